package com.dingshu.shipping.sf;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.shipping.CarrierScan;
import com.dingshu.shipping.TrackingStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SfRoutesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private final SfRoutes routes = new SfRoutes(new SfOpCodes());

    @ParameterizedTest
    @CsvSource({
        "50, 顺丰速运 已收取快件, COLLECTED",
        "54, 顺丰速运 已收取快件, COLLECTED",
        "30, 快件在【上海】完成分拣, IN_TRANSIT",
        "36, 快件离开【上海】, IN_TRANSIT",
        "204, 正在派送途中, OUT_FOR_DELIVERY",
        "70, 客户不在家, ATTEMPT_FAILED",
        "70, 收方客户拒收快件, REFUSED",
        "80, 已签收, DELIVERED",
        "648, 快件已退回, RETURNING"
    })
    void readsWhereTheParcelIs(String opCode, String remark, TrackingStatus status) {
        assertThat(read(opCode, remark).status()).isEqualTo(status);
        assertThat(read(opCode, remark).known()).isTrue();
    }

    @Test
    void anUnknownCodeCountsAsInTransitAndSaysSo() {
        CarrierScan scan = read("9527", "新的操作");
        assertThat(scan.status()).isEqualTo(TrackingStatus.IN_TRANSIT);
        assertThat(scan.known()).isFalse();
    }

    @Test
    void theEndOfTheOrderIsNoProofOfDelivery() {
        assertThat(read("8000", "在官网运单资料&签收图,可查看签收人信息").status()).isNull();
    }

    @Test
    void readsTheTimeAsChinas() {
        assertThat(read("80", "已签收").at()).isEqualTo(Instant.parse("2026-01-05T23:58:31Z"));
    }

    @Test
    void masksTheCouriersPhone() {
        assertThat(read("204", "快件交给示例快递员，正在派送途中（联系电话：13800000008，网点 021-59508800）")
                        .text())
                .contains("138****0008", "021-****8800")
                .doesNotContain("13800000008")
                .doesNotContain("59508800");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"opCode\":\"80\",\"acceptTime\":\"gestern\"}",
                "{\"acceptTime\":\"2026-01-06 07:58:31\"}"
            })
    void aLineThatSaysNothingIsPassedOver(String line) {
        assertThat(routes.read("SF1", JSON.readTree(line))).isEmpty();
    }

    private CarrierScan read(String opCode, String remark) {
        var line = JSON.createObjectNode()
                .put("opCode", opCode)
                .put("remark", remark)
                .put("acceptTime", "2026-01-06 07:58:31")
                .put("acceptAddress", "佛山市");
        return routes.read("SF1400000000001", line).orElseThrow();
    }
}
