package com.dingshu.channels.taobao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaobaoReceiverTest {

    private static final Map<String, String> TRADE = Map.of(
            "receiver_name", "陈**",
            "receiver_mobile", "*******8000",
            "receiver_state", "浙江省",
            "receiver_city", "杭州市",
            "receiver_district", "西湖区",
            "receiver_address", "********",
            "oaid", "first");

    @Test
    void anAddressThatChangesBehindTheSameMaskIsAskedForAgain() {
        Map<String, String> changed = new HashMap<>(TRADE);
        changed.put("oaid", "second");
        assertThat(TaobaoConnector.fingerprint(changed)).isNotEqualTo(TaobaoConnector.fingerprint(TRADE));
    }

    @Test
    void theSameReceiverIsAskedForOnce() {
        assertThat(TaobaoConnector.fingerprint(new HashMap<>(TRADE))).isEqualTo(TaobaoConnector.fingerprint(TRADE));
    }
}
