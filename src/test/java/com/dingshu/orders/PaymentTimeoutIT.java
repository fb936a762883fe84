package com.dingshu.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.inventory.StockFigures;
import com.dingshu.inventory.StockQueries;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.OpenShop;
import com.dingshu.tenancy.Shops;
import com.dingshu.testing.Desk;
import com.dingshu.testing.Desk.Placed;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.OrderInTheMaking;
import com.dingshu.testing.StockInvariants;
import com.dingshu.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A payment and its deadline: 15 minutes after the order was taken in, by the hub's clock, and never both. */
@IntegrationTest
class PaymentTimeoutIT {

    private static final int LAST_MOMENT_IN_TIME = 899_900;
    private static final int DEADLINE = 900_000;
    private static final int JUST_TOO_LATE = 900_100;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private OrderQueries queries;

    @Autowired
    private StockQueries stock;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Desk desk;
    private Instant takenIn;
    private OrderInTheMaking making;
    private Placed order;

    @BeforeEach
    void anUnpaidOrder() {
        takenIn = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        clock.standAt(takenIn);
        desk = Desk.open(beans);
        desk.stocked("TEA-100", 5);
        making = desk.anOrder().with(3, "TEA-100");
        order = desk.place(making);
        assertThat(figures().reserved()).isEqualTo(3);
    }

    @AfterEach
    void booksAreRight() {
        clock.reset();
        assertThat(StockInvariants.violations(desk.merchant().id())).isEmpty();
    }

    @Test
    void keepsTheOrderOpenUntilTheLastMoment() {
        after(LAST_MOMENT_IN_TIME);
        desk.merchant().settle();
        assertThat(anchor()).isEqualTo(Anchor.PENDING_CONFIRMATION);
        assertThat(ledger()).containsExactly("RESERVED");
    }

    @ParameterizedTest
    @ValueSource(ints = {DEADLINE, JUST_TOO_LATE})
    void closesItAtTheDeadlineAndReleasesItsStockOnce(int millis) {
        after(millis);
        desk.merchant().settle();
        desk.merchant().settle();
        OrderDetails details = desk.details(order.id());
        assertThat(details.summary().anchor()).isEqualTo(Anchor.EXPIRED);
        assertThat(details.summary().payment()).isEqualTo(PaymentStatus.CLOSED);
        assertThat(details.summary().stage()).isEqualTo(Stage.CLOSED);
        assertThat(details.facts().closedAt()).isEqualTo(takenIn.plusMillis(millis));
        assertThat(kinds()).containsExactly(FactKind.TAKEN_IN, FactKind.REVIEW_PASSED, FactKind.EXPIRED);
        assertThat(ledger()).containsExactly("RESERVED", "RELEASED");
        assertThat(figures().available()).isEqualTo(5);
    }

    @Test
    void takesAPaymentInTimeWithThePiecesItHolds() {
        after(LAST_MOMENT_IN_TIME);
        desk.accept(making.paid().snapshot());
        after(JUST_TOO_LATE);
        desk.merchant().settle();
        assertThat(anchor()).isEqualTo(Anchor.PICKING);
        assertThat(kinds()).contains(FactKind.PAID).doesNotContain(FactKind.EXPIRED, FactKind.PAID_LATE);
        assertThat(ledger()).containsExactly("RESERVED", "COMMITTED");
    }

    @ParameterizedTest
    @ValueSource(ints = {DEADLINE, JUST_TOO_LATE})
    void letsTheDeadlineWinOverAPaymentHeardAtTheSameMomentAndTakesPiecesAgain(int millis) {
        after(millis);
        var result = (AcceptResult.Updated) desk.accept(making.paid().snapshot());
        assertThat(result.changes()).containsExactly("PAID_LATE");
        desk.merchant().settle();
        assertThat(anchor()).isEqualTo(Anchor.PICKING);
        assertThat(kinds())
                .containsExactly(
                        FactKind.TAKEN_IN,
                        FactKind.REVIEW_PASSED,
                        FactKind.EXPIRED,
                        FactKind.PAID_LATE,
                        FactKind.RELEASED);
        assertThat(ledger()).containsExactly("RESERVED", "RELEASED", "TAKEN_PAID");
        assertThat(figures().committed()).isEqualTo(3);
    }

    @Test
    void recordsTheProvidersPayTimeAndJudgesByItsOwn() {
        OrderInTheMaking paidEarly = making.paid();
        after(DEADLINE);
        desk.accept(paidEarly.snapshot());
        assertThat(desk.details(order.id()).facts().paidAt()).isBefore(takenIn.plusMillis(LAST_MOMENT_IN_TIME));
        assertThat(kinds()).contains(FactKind.EXPIRED, FactKind.PAID_LATE);
    }

    @Test
    void givesEachShopItsOwnPaymentTime() {
        var slow = desk.merchant().call(() -> beans.getBean(Shops.class)
                .open(new OpenShop("taobao", "淘宝二店", "slow-" + desk.merchant().id(), "CNY", Duration.ofHours(1))));
        desk.stocked("CUP-150", 1);
        Placed patient = desk.place(desk.anOrder().with(1, "CUP-150").inShop(slow.id()));
        after(JUST_TOO_LATE);
        desk.merchant().settle();
        assertThat(desk.details(patient.id()).summary().anchor()).isEqualTo(Anchor.PENDING_CONFIRMATION);
        clock.standAt(takenIn.plus(Duration.ofHours(1)));
        desk.merchant().settle();
        assertThat(desk.details(patient.id()).summary().anchor()).isEqualTo(Anchor.EXPIRED);
    }

    @Nested
    class PaidAfterItExpired {

        @BeforeEach
        void expired() {
            after(JUST_TOO_LATE);
            desk.merchant().settle();
            assertThat(anchor()).isEqualTo(Anchor.EXPIRED);
        }

        @Test
        void opensAgainAndTakesPiecesOnce() {
            pay();
            assertThat(anchor()).isEqualTo(Anchor.PICKING);
            assertThat(desk.details(order.id()).facts().closedAt()).isNull();
            assertThat(ledger()).containsExactly("RESERVED", "RELEASED", "TAKEN_PAID");
            assertThat(desk.accept(making.snapshot())).isInstanceOf(AcceptResult.Unchanged.class);
            assertThat(ledger()).hasSize(3);
        }

        @Test
        void isPaidButShortWhenThePiecesAreSold() {
            desk.place(desk.anOrder().with(4, "TEA-100").paid());
            pay();
            OrderDetails details = desk.details(order.id());
            assertThat(details.summary().anchor()).isEqualTo(Anchor.PAID);
            assertThat(details.summary().stage()).isEqualTo(Stage.PAID_SHORT);
            assertThat(listed(BoardQuery.View.PAID_SHORT)).containsExactly(order.id());
            assertThat(desk.merchant().call(queries::counts).paidShort()).isEqualTo(1);
            assertThat(details.summary().blockedBy())
                    .isEqualTo(new BlockedBy(BlockedBy.Kind.HOLD, List.of("SHORTAGE", "paid-but-short", "2")));
            assertThat(ledger()).containsExactly("RESERVED", "RELEASED");
            assertThat(figures().available()).isEqualTo(1);
        }

        @Test
        void goesOnFromPaidButShortWhenGoodsCome() {
            desk.place(desk.anOrder().with(4, "TEA-100").paid());
            pay();
            desk.receive("TEA-100", 2);
            clock.standAt(takenIn.plus(Duration.ofMinutes(20)));
            desk.merchant().settle();
            assertThat(anchor()).isEqualTo(Anchor.PICKING);
            assertThat(ledger()).containsExactly("RESERVED", "RELEASED", "TAKEN_PAID");
        }

        @Test
        void startsItsClockWithThePayment() {
            pay();
            assertThat(desk.details(order.id()).summary().clock().dueAt())
                    .isEqualTo(takenIn.plusSeconds(1).plus(Duration.ofHours(2)));
        }

        @Test
        void staysClosedForAPaymentThatNothingProves() {
            desk.accept(making.paidAsTheFileSays().snapshot());
            assertThat(anchor()).isEqualTo(Anchor.EXPIRED);
            assertThat(ledger()).containsExactly("RESERVED", "RELEASED");
        }

        @ParameterizedTest
        @EnumSource(names = {"SHIPPED", "COMPLETED"})
        void isPaidThoughTheChannelSpeaksOfThePaymentOnlyWhenItHasSentTheGoods(SourceStatus told) {
            var result = (AcceptResult.Updated) desk.accept(making.now(told).snapshot());
            assertThat(result.changes()).startsWith("PAID_LATE", "SHIPPED_ELSEWHERE");
            OrderDetails details = desk.details(order.id());
            assertThat(details.summary().anchor().name()).isEqualTo(told.name());
            assertThat(details.summary().payment()).isEqualTo(PaymentStatus.PAID);
            assertThat(kinds()).contains(FactKind.PAID_LATE).doesNotContain(FactKind.RELEASED);
            assertThat(ledger()).containsExactly("RESERVED", "RELEASED", "TAKEN_PAID", "SHIPPED");
            assertThat(figures().onHand()).isEqualTo(2);
            assertThat(desk.accept(making.snapshot())).isInstanceOf(AcceptResult.Unchanged.class);
        }

        @Test
        void owesTheMoneyBackThatTheChannelSpeaksOfWhenItCallsTheOrderOff() {
            var result = (AcceptResult.Updated)
                    desk.accept(making.cancelledAfterPayment().snapshot());
            assertThat(result.changes()).containsExactly("PAID_LATE");
            owesTheMoneyBack(Anchor.EXPIRED);
        }

        @Test
        void isPaidButShortTooWhenItHadBeenShortFromTheStart() {
            OrderInTheMaking short0 = desk.anOrder().with(6, "TEA-100");
            Placed shortOne = desk.place(short0);
            clock.standAt(takenIn.plus(Duration.ofMinutes(40)));
            desk.merchant().settle();
            assertThat(desk.details(shortOne.id()).summary().anchor()).isEqualTo(Anchor.EXPIRED);
            desk.accept(short0.paid().snapshot());
            assertThat(desk.details(shortOne.id()).summary().blockedBy().args())
                    .startsWith("SHORTAGE", "paid-but-short");
            assertThat(listed(BoardQuery.View.PAID_SHORT)).containsExactly(shortOne.id());
        }

        @Test
        void isJudgedAgainBeforeItGoesOn() {
            making.note("请放快递柜");
            pay();
            assertThat(desk.details(order.id()).summary().stage()).isEqualTo(Stage.REVIEW);
        }

        @Test
        void takesTheReceiverThatComesWithThePayment() {
            making.to("林小满", "13900139000");
            pay();
            assertThat(desk.details(order.id()).receiver().phone()).isEqualTo("139****9000");
        }
    }

    @Test
    void isStillHeldByAPersonAfterItWasPaidLate() {
        desk.merchant().run(() -> desk.orders().hold(order.id(), HoldReason.MANUAL, "买家改口味"));
        after(DEADLINE);
        desk.merchant().settle();
        pay();
        OrderDetails details = desk.details(order.id());
        assertThat(details.summary().anchor()).isEqualTo(Anchor.PAID);
        assertThat(details.summary().blockedBy().args()).startsWith("MANUAL", "by-hand");
        assertThat(details.holds())
                .extracting(OrderDetails.Hold::state)
                .containsExactly(HoldState.EXPIRED, HoldState.ACTIVE);
        assertThat(details.holds().getLast().text()).isEqualTo("买家改口味");
        assertThat(figures().committed()).isEqualTo(3);
    }

    @Test
    void owesTheMoneyBackThatIsToldOfWithTheCancellation() {
        desk.accept(making.cancelledAfterPayment().snapshot());
        owesTheMoneyBack(Anchor.CANCELLED);
    }

    @Test
    void owesTheMoneyBackThatArrivesAfterTheChannelCalledTheOrderOff() {
        desk.accept(making.now(SourceStatus.CANCELLED).snapshot());
        var result = (AcceptResult.Updated) desk.accept(making.paid().snapshot());
        assertThat(result.changes()).containsExactly("CHANNEL_WENT_BACK", "PAID_LATE");
        owesTheMoneyBack(Anchor.CANCELLED);
    }

    private List<java.util.UUID> listed(BoardQuery.View view) {
        return desk.merchant().call(() -> queries.page(BoardQuery.of(view), null, 10)).stream()
                .map(OrderSummary::id)
                .toList();
    }

    private void owesTheMoneyBack(Anchor anchor) {
        assertThat(listed(BoardQuery.View.REFUND_DUE)).containsExactly(order.id());
        assertThat(desk.merchant().call(queries::counts).refundDue()).isEqualTo(1);
        OrderDetails details = desk.details(order.id());
        assertThat(details.summary().anchor()).isEqualTo(anchor);
        assertThat(details.summary().payment()).isEqualTo(PaymentStatus.PAID);
        assertThat(details.money().paid()).isEqualTo(3_000);
        assertThat(details.summary().blockedBy().kind()).isEqualTo(BlockedBy.Kind.REFUND_DUE);
        assertThat(kinds()).contains(FactKind.PAID_LATE);
        assertThat(ledger()).containsExactly("RESERVED", "RELEASED");
    }

    @Test
    void owesTheMoneyBackWhenItWasCancelledBeforeThePayment() {
        desk.merchant().run(() -> desk.orders().cancel(order.id(), "买家取消"));
        pay();
        OrderDetails details = desk.details(order.id());
        assertThat(details.summary().anchor()).isEqualTo(Anchor.CANCELLED);
        assertThat(details.summary().payment()).isEqualTo(PaymentStatus.PAID);
        assertThat(details.summary().blockedBy().kind()).isEqualTo(BlockedBy.Kind.REFUND_DUE);
        assertThat(ledger()).containsExactly("RESERVED", "RELEASED");
    }

    private void after(int millis) {
        clock.standAt(takenIn.plusMillis(millis));
    }

    private void pay() {
        desk.accept(making.paid().snapshot());
    }

    private Anchor anchor() {
        return desk.details(order.id()).summary().anchor();
    }

    private List<FactKind> kinds() {
        return desk.merchant().call(() -> queries.timeline(order.id())).stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    private List<String> ledger() {
        return jdbc.sql(
                        "select kind from stock_movement where tenant_id = :tenant and order_id = :order order by number")
                .param("tenant", desk.merchant().id())
                .param("order", Ids.bytes(order.id()))
                .query(String.class)
                .list();
    }

    private StockFigures figures() {
        return desk.merchant()
                .call(() -> stock.balance("TEA-100"))
                .orElseThrow()
                .total();
    }
}
