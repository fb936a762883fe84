package com.dingshu.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.testing.Desk;
import com.dingshu.testing.IntegrationTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class PaymentsIT {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Payments payments;

    @Test
    void keepsAProvedPaymentOnceHoweverOftenTheChannelTellsIt() {
        Desk desk = Desk.open(beans);
        desk.stocked("TEA", 5);
        var channelOrder = desk.anOrder().with(1, "TEA").paid();
        var order = desk.place(channelOrder);
        desk.accept(channelOrder.later(java.time.Duration.ofSeconds(5)).snapshot());
        desk.merchant().settle();
        List<PaymentFact> facts = desk.merchant().call(() -> payments.ofOrder(order.id()));
        assertThat(facts).hasSize(1);
        assertThat(facts.getFirst().amount().minor()).isEqualTo(1_000);
        assertThat(facts.getFirst().transactionNo()).startsWith("P");
    }

    @Test
    void keepsNothingOfAPaymentThatIsOnlyClaimed() {
        Desk desk = Desk.open(beans);
        desk.stocked("TEA", 5);
        var order = desk.place(desk.anOrder().with(1, "TEA").paidAsTheFileSays());
        desk.merchant().settle();
        assertThat((List<PaymentFact>) desk.merchant().call(() -> payments.ofOrder(order.id())))
                .isEmpty();
    }
}
