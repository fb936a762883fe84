package com.dingshu.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.orders.OrderResult.Reason;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Retrying;
import com.dingshu.testing.Desk;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.OrderInTheMaking;
import com.dingshu.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

/** What warehouse and carrier tell of an order: each fact a time of its own, kept once, in whatever order it is told. */
@IntegrationTest
class OrderProgressIT {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private OrderProgress progress;

    @Autowired
    private OrderQueries queries;

    @Autowired
    private Retrying retrying;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Desk desk;
    private OrderInTheMaking making;
    private UUID order;
    private Instant start;

    @BeforeEach
    void anOrderInTheWarehouse() {
        desk = Desk.open(beans);
        desk.stocked("TEA-100", 10);
        making = desk.anOrder().with(2, "TEA-100").paid();
        order = desk.place(making).id();
        start = clock.instant().truncatedTo(ChronoUnit.MICROS);
        clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void nowAgain() {
        clock.reset();
    }

    @Test
    void keepsEachFactAsATimeOfItsOwn() {
        done(() -> progress.labelled(order, "SF", "SF100"));
        done(() -> progress.labelPrinted(order, at(1)));
        done(() -> progress.picked(order, at(2)));
        done(() -> progress.packed(order, at(3)));
        done(() -> progress.shipped(order, at(4)));
        done(() -> progress.collected(order, at(5)));
        done(() -> progress.delivered(order, at(6)));
        done(() -> progress.complete(order, at(7)));
        OrderDetails.Facts facts = facts();
        assertThat(Stream.of(
                        facts.labelPrintedAt(),
                        facts.pickedAt(),
                        facts.packedAt(),
                        facts.shippedAt(),
                        facts.collectedAt(),
                        facts.deliveredAt(),
                        facts.completedAt()))
                .containsExactly(at(1), at(2), at(3), at(4), at(5), at(6), at(7));
        assertThat(anchor()).isEqualTo(Anchor.COMPLETED);
        assertThat(kinds())
                .endsWith(
                        FactKind.LABEL_PRINTED,
                        FactKind.PICKED,
                        FactKind.PACKED,
                        FactKind.SHIPPED,
                        FactKind.COLLECTED,
                        FactKind.DELIVERED,
                        FactKind.COMPLETED);
    }

    @Test
    void saysWhatIsNext() {
        assertThat(blockedBy()).isEqualTo(BlockedBy.Kind.TO_PICK);
        done(() -> progress.picked(order, at(1)));
        assertThat(blockedBy()).isEqualTo(BlockedBy.Kind.TO_PACK);
        done(() -> progress.packed(order, at(2)));
        assertThat(blockedBy()).isEqualTo(BlockedBy.Kind.TO_SEND);
        done(() -> progress.shipped(order, at(3)));
        assertThat(blockedBy()).isEqualTo(BlockedBy.Kind.TO_COLLECT);
        done(() -> progress.collected(order, at(4)));
        assertThat(blockedBy()).isEqualTo(BlockedBy.Kind.ON_THE_WAY);
        done(() -> progress.delivered(order, at(5)));
        assertThat(blockedBy()).isEqualTo(BlockedBy.Kind.NOTHING);
    }

    @Test
    void changesNothingWhenAFactIsToldAgain() {
        List<Callable<OrderResult>> facts = List.of(
                () -> progress.labelled(order, "SF", "SF100"),
                () -> progress.labelPrinted(order, clock.instant()),
                () -> progress.picked(order, clock.instant()),
                () -> progress.packed(order, clock.instant()),
                () -> progress.shipped(order, clock.instant()),
                () -> progress.collected(order, clock.instant()),
                () -> progress.delivered(order, clock.instant()),
                () -> progress.refused(order),
                () -> progress.returned(order, clock.instant()));
        for (Callable<OrderResult> fact : facts) {
            done(fact);
            OrderDetails once = desk.details(order);
            int lines = kinds().size();
            int version = version();
            clock.advance(Duration.ofMinutes(1));
            assertThat(tell(fact)).isInstanceOf(OrderResult.Already.class);
            assertThat(desk.details(order)).isEqualTo(once);
            assertThat(kinds()).hasSize(lines);
            assertThat(version()).isEqualTo(version);
        }
    }

    @Test
    void believesNoTimeThatIsStillToCome() {
        done(() -> progress.picked(order, clock.instant().plus(Duration.ofDays(1))));
        assertThat(facts().pickedAt()).isBefore(clock.instant().plus(Duration.ofSeconds(5)));
    }

    @Test
    void forgetsThatALabelWasPrintedWhenItIsWithdrawn() {
        done(() -> progress.labelled(order, "SF", "SF100"));
        done(() -> progress.labelPrinted(order, at(1)));
        done(() -> progress.labelled(order, "", null));
        assertThat(facts().labelPrintedAt()).isNull();
        done(() -> progress.labelled(order, "SF", "SF200"));
        done(() -> progress.labelPrinted(order, at(2)));
        assertThat(facts().labelPrintedAt()).isEqualTo(at(2));
        assertThat(desk.details(order).summary().waybillNo()).isEqualTo("SF200");
    }

    @Nested
    class OutOfOrder {

        @Test
        void keepsPackingToldBeforePicking() {
            done(() -> progress.packed(order, at(3)));
            done(() -> progress.picked(order, at(2)));
            assertThat(facts().pickedAt()).isEqualTo(at(2));
            assertThat(facts().packedAt()).isEqualTo(at(3));
        }

        @Test
        void keepsTheCarriersCollectionToldBeforeTheOutboundScan() {
            done(() -> progress.collected(order, at(3)));
            assertThat(anchor()).isEqualTo(Anchor.PICKING);
            done(() -> progress.shipped(order, at(4)));
            assertThat(facts().collectedAt()).isEqualTo(at(3));
            assertThat(blockedBy()).isEqualTo(BlockedBy.Kind.ON_THE_WAY);
        }

        @Test
        void countsTheDaysFromADeliveryToldBeforeTheOutboundScan() {
            done(() -> progress.delivered(order, at(3)));
            assertThat(anchor()).isEqualTo(Anchor.PICKING);
            done(() -> progress.shipped(order, at(4)));
            clock.advance(Duration.ofDays(7));
            desk.merchant().settle();
            assertThat(anchor()).isEqualTo(Anchor.COMPLETED);
        }

        @Test
        void keepsADeliveryToldAfterTheChannelHasCompletedIt() {
            desk.accept(making.now(SourceStatus.COMPLETED).snapshot());
            assertThat(anchor()).isEqualTo(Anchor.COMPLETED);
            done(() -> progress.delivered(order, at(5)));
            assertThat(facts().deliveredAt()).isEqualTo(at(5));
            clock.advance(Duration.ofDays(8));
            desk.merchant().settle();
            assertThat(anchor()).isEqualTo(Anchor.COMPLETED);
        }

        @Test
        void hearsNothingFromTheWarehouseOnceItHasLeft() {
            done(() -> progress.shipped(order, at(4)));
            refused(() -> progress.picked(order, at(5)));
            refused(() -> progress.packed(order, at(5)));
            refused(() -> progress.labelPrinted(order, at(5)));
            assertThat(facts().pickedAt()).isNull();
        }
    }

    @Nested
    class NotToBeSent {

        @Test
        void refusesTheOutboundScanWhileItIsHeld() {
            desk.merchant().run(() -> desk.orders().hold(order, HoldReason.MANUAL, "等回电"));
            OrderResult result = tell(() -> progress.shipped(order, at(4)));
            assertThat(((OrderResult.Refused) result).reason()).isEqualTo(Reason.ON_HOLD);
            assertThat(anchor()).isEqualTo(Anchor.PICKING);
        }

        @Test
        void refusesEveryFactOnceItIsCancelled() {
            desk.merchant().run(() -> desk.orders().cancel(order, "买家取消"));
            for (Callable<OrderResult> fact : List.<Callable<OrderResult>>of(
                    () -> progress.picked(order, at(1)),
                    () -> progress.packed(order, at(1)),
                    () -> progress.shipped(order, at(1)),
                    () -> progress.collected(order, at(1)),
                    () -> progress.delivered(order, at(1)),
                    () -> progress.returned(order, at(1)),
                    () -> progress.complete(order, at(1)))) {
                refused(fact);
            }
            assertThat(anchor()).isEqualTo(Anchor.CANCELLED);
        }

        @Test
        void doesNotComeBackBeforeItHasLeft() {
            refused(() -> progress.returned(order, at(1)));
            refused(() -> progress.complete(order, at(1)));
        }
    }

    @Nested
    class Afterwards {

        @Test
        void countsAsCompletedSevenDaysAfterDelivery() {
            done(() -> progress.shipped(order, at(1)));
            done(() -> progress.delivered(order, at(2)));
            clock.reset();
            clock.standAt(at(2).plus(Duration.ofDays(7)).minusMillis(1));
            desk.merchant().settle();
            assertThat(anchor()).isEqualTo(Anchor.SHIPPED);
            clock.standAt(at(2).plus(Duration.ofDays(7)));
            desk.merchant().settle();
            assertThat(anchor()).isEqualTo(Anchor.COMPLETED);
        }

        @Test
        void comesBackInsteadOfBeingCompleted() {
            done(() -> progress.shipped(order, at(1)));
            done(() -> progress.refused(order));
            assertThat(desk.details(order).summary().afterSales()).isEqualTo(AfterSalesFlag.REFUSED);
            done(() -> progress.returned(order, at(3)));
            assertThat(anchor()).isEqualTo(Anchor.RETURNED_TO_SENDER);
            clock.advance(Duration.ofDays(30));
            desk.merchant().settle();
            assertThat(anchor()).isEqualTo(Anchor.RETURNED_TO_SENDER);
        }
    }

    @Test
    void locksAnOrderOnlyForWhoeverHasATransaction() {
        assertThatThrownBy(() -> desk.merchant().call(() -> progress.standing(order)))
                .isInstanceOf(IllegalTransactionStateException.class);
        Standing locked = desk.merchant().call(() -> retrying.inTransaction(() -> progress.standing(order)));
        assertThat(locked.workable()).isTrue();
        assertThat(desk.merchant().call(() -> progress.standings(List.of(order, Ids.next()))))
                .containsOnlyKeys(order)
                .containsValue(locked);
    }

    @Test
    void showsWhereHeldOrdersStand() {
        desk.merchant().run(() -> desk.orders().hold(order, HoldReason.MANUAL, "等回电"));
        Standing standing =
                desk.merchant().call(() -> progress.standings(List.of(order)).get(order));
        assertThat(standing.held()).isTrue();
        assertThat(standing.workable()).isFalse();
        assertThat(standing.obstacle().args()).startsWith("MANUAL");
        assertThat(standing.clock().state()).isEqualTo(ClockState.PAUSED);
    }

    private Instant at(int minutes) {
        return start.plus(Duration.ofMinutes(minutes));
    }

    private OrderResult tell(Callable<OrderResult> fact) {
        return desk.merchant().call(fact);
    }

    private void done(Callable<OrderResult> fact) {
        assertThat(tell(fact)).isInstanceOf(OrderResult.Done.class);
    }

    private void refused(Callable<OrderResult> fact) {
        assertThat(tell(fact)).isInstanceOfSatisfying(OrderResult.Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(Reason.WRONG_STATE));
    }

    private OrderDetails.Facts facts() {
        return desk.details(order).facts();
    }

    private Anchor anchor() {
        return desk.details(order).summary().anchor();
    }

    private BlockedBy.Kind blockedBy() {
        return desk.details(order).summary().blockedBy().kind();
    }

    private List<FactKind> kinds() {
        return desk.merchant().call(() -> queries.timeline(order)).stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    private int version() {
        return jdbc.sql("select version from orders where tenant_id = :tenant and id = :id")
                .param("tenant", desk.merchant().id())
                .param("id", Ids.bytes(order))
                .query(Integer.class)
                .single();
    }
}
