package com.dingshu.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.shared.Ids;
import com.dingshu.testing.Desk;
import com.dingshu.testing.Desk.Placed;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What time does to orders goes on for all others when one of them fails. */
@IntegrationTest
class OrderTimersIT {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(beans);
        desk.stocked("TEA", 10);
    }

    @AfterEach
    void calm() {
        clock.reset();
    }

    @Test
    void anOrderThatFailsKeepsNoOtherFromExpiringAndIsTriedAgain() {
        Placed poisoned = desk.place(desk.anOrder().with(1, "TEA"));
        clock.advance(Duration.ofSeconds(1));
        Placed behind = desk.place(desk.anOrder().with(1, "TEA"));
        String anchor = spoil(poisoned);
        clock.advance(Duration.ofMinutes(20));
        desk.merchant().settle();
        assertThat(desk.details(behind.id()).summary().anchor()).isEqualTo(Anchor.EXPIRED);
        assertThat(failures(poisoned)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(61));
        desk.merchant().settle();
        assertThat(failures(poisoned)).as("tried again after a minute").isEqualTo(2);
        clock.advance(Duration.ofSeconds(61));
        desk.merchant().settle();
        assertThat(failures(poisoned)).as("then after two").isEqualTo(2);
        mend(poisoned, anchor);
        clock.advance(Duration.ofMinutes(2));
        desk.merchant().settle();
        assertThat(desk.details(poisoned.id()).summary().anchor()).isEqualTo(Anchor.EXPIRED);
        assertThat(failures(poisoned)).isZero();
    }

    @Test
    void anOrderThatFailsKeepsNoOtherFromGettingItsPieces() {
        Placed poisoned = desk.place(desk.anOrder().with(11, "TEA").paid());
        clock.advance(Duration.ofSeconds(1));
        Placed behind = desk.place(desk.anOrder().with(12, "TEA").paid());
        desk.receive("TEA", 20);
        String anchor = spoil(poisoned);
        clock.advance(Duration.ofMinutes(2));
        desk.merchant().settle();
        assertThat(desk.details(behind.id()).summary().anchor()).isEqualTo(Anchor.PICKING);
        mend(poisoned, anchor);
        clock.advance(Duration.ofMinutes(2));
        desk.merchant().settle();
        assertThat(desk.details(poisoned.id()).summary().anchor()).isEqualTo(Anchor.PICKING);
        assertThat(failures(poisoned)).isZero();
    }

    /** A row that nothing can read. */
    private String spoil(Placed order) {
        String anchor = jdbc.sql("select anchor from orders where tenant_id = :tenant and id = :id")
                .param("tenant", desk.merchant().id())
                .param("id", Ids.bytes(order.id()))
                .query(String.class)
                .single();
        mend(order, "NOWHERE");
        return anchor;
    }

    private void mend(Placed order, String anchor) {
        jdbc.sql("update orders set anchor = :anchor where tenant_id = :tenant and id = :id")
                .param("anchor", anchor)
                .param("tenant", desk.merchant().id())
                .param("id", Ids.bytes(order.id()))
                .update();
    }

    private int failures(Placed order) {
        return jdbc.sql("""
                select coalesce(sum(failures), 0) from order_put_off where tenant_id = :tenant and order_id = :id""")
                .param("tenant", desk.merchant().id())
                .param("id", Ids.bytes(order.id()))
                .query(Integer.class)
                .single();
    }
}
