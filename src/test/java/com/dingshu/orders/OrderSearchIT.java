package com.dingshu.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.orders.SearchHit.By;
import com.dingshu.testing.Desk;
import com.dingshu.testing.Desk.Placed;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.OrderInTheMaking;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever somebody holds in hand leads to the order, and to no other merchant's. */
@IntegrationTest
class OrderSearchIT {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private OrderQueries queries;

    private Desk desk;
    private OrderInTheMaking making;
    private Placed wanted;

    @BeforeEach
    void twoOrders() {
        desk = Desk.open(beans);
        desk.stocked("TEA-100", 100);
        desk.stocked("CUP-150", 100);
        making = desk.anOrder().with(1, "CUP-150").to("林 知夏", "13800138207").paid();
        wanted = desk.place(making);
        desk.place(desk.anOrder().with(1, "TEA-100").to("陈晓蓉", "13911112222").paid());
    }

    @Test
    void findsByOurNumberAndByTheChannels() {
        assertThat(found(wanted.number())).containsExactly(By.NUMBER);
        assertThat(found(making.channelOrderNo())).containsExactly(By.CHANNEL_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800138207", "138 0013 8207", "+86 138-0013-8207", "008613800138207", "１３８００１３８２０７"})
    void findsByTheTelephoneHoweverItIsWritten(String phone) {
        assertThat(found(phone)).containsExactly(By.PHONE);
    }

    @Test
    void findsByTheLastFourDigitsTheNameAndTheCode() {
        assertThat(found("8207")).containsExactly(By.LAST_FOUR);
        assertThat(found("林知夏")).containsExactly(By.NAME);
        assertThat(found(" 林 知夏 ")).containsExactly(By.NAME);
        assertThat(found("cup-150")).containsExactly(By.SKU);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "不存在", "8208", "138****8207", "%", "' or 1=1 --"})
    void findsNothingByWhatIsNoKey(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void findsNoOtherMerchantsOrder() {
        Desk other = Desk.open(beans);
        for (String text : List.of(wanted.number(), making.channelOrderNo(), "13800138207", "8207", "林知夏", "CUP-150")) {
            assertThat(other.merchant().call(() -> queries.search(text))).isEmpty();
        }
    }

    private List<By> found(String text) {
        List<SearchHit> hits = desk.merchant().call(() -> queries.search(text));
        assertThat(hits).allMatch(hit -> hit.order().id().equals(wanted.id()));
        return hits.stream().map(SearchHit::by).toList();
    }
}
