package com.dingshu.orders.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.testing.Desk;
import com.dingshu.testing.Desk.Placed;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.uikit.Concerns.Concern;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What the start page says of orders that wait for a person, and where it leads. */
@IntegrationTest
class OrderConcernsIT {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private OrderConcerns concerns;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(beans);
        desk.stocked("TEA", 10);
    }

    @Test
    void namesPaidOrdersThatAreShortApartFromUnpaidOnes() {
        desk.place(desk.anOrder().with(11, "TEA").paid());
        desk.place(desk.anOrder().with(12, "TEA").paid());
        desk.place(desk.anOrder().with(13, "TEA"));
        assertThat(now())
                .extracting(Concern::title, Concern::count, Concern::path)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("已付款但缺货", 2L, "orders?view=paid-short"),
                        org.assertj.core.groups.Tuple.tuple("缺货", 1L, "orders?view=exception"));
    }

    @Test
    void namesOrdersWhoseMoneyIsToGoBack() {
        Placed paid = desk.place(desk.anOrder().with(1, "TEA").paid());
        Placed unpaid = desk.place(desk.anOrder().with(1, "TEA"));
        assertThat(now()).isEmpty();
        desk.merchant().run(() -> {
            desk.orders().cancel(paid.id(), "买家取消");
            desk.orders().cancel(unpaid.id(), "买家取消");
        });
        assertThat(now())
                .extracting(Concern::title, Concern::count, Concern::path)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("待退款", 1L, "orders?view=refund-due"));
    }

    private List<Concern> now() {
        return desk.merchant().call(concerns::now);
    }
}
