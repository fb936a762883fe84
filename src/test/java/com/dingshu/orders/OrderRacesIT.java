package com.dingshu.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.fulfilment.FulfilmentState;
import com.dingshu.fulfilment.Parcels;
import com.dingshu.shared.Ids;
import com.dingshu.testing.Desk;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.OrderInTheMaking;
import com.dingshu.testing.StockInvariants;
import com.dingshu.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two who want different things of one order at the same moment: one of them gets it, and the books are right. */
@IntegrationTest
class OrderRacesIT {

    private static final int ROUNDS = 12;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private OrderQueries queries;

    @Autowired
    private OrderProgress progress;

    @Autowired
    private OrderSettings settings;

    @Autowired
    private Parcels parcels;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(beans);
        desk.stocked("TEA-100", 1_000);
    }

    @AfterEach
    void booksAreRight() {
        threads.shutdownNow();
        clock.reset();
        assertThat(StockInvariants.violations(desk.merchant().id())).isEmpty();
        assertThat(desk.merchant().call(queries::counts).all()).isEqualTo(rows());
    }

    @Test
    void eitherReleasesOrCancelsFirstAndIsCancelledEitherWay() throws Exception {
        waitForAPerson();
        for (int round = 0; round < ROUNDS; round++) {
            UUID order = desk.place(desk.anOrder().with(2, "TEA-100").paid()).id();
            List<OrderResult> results = atOnce(
                    () -> desk.orders().release(order), () -> desk.orders().cancel(order, "买家取消"));
            assertThat(results.get(1)).isInstanceOf(OrderResult.Done.class);
            assertThat(anchor(order)).isEqualTo(Anchor.CANCELLED);
            assertThat(kinds(order)).filteredOn(FactKind.CANCELLED::equals).hasSize(1);
            assertThat(kinds(order).contains(FactKind.RELEASED)).isEqualTo(results.get(0) instanceof OrderResult.Done);
            assertThat(ledger(order)).containsExactly("TAKEN_PAID", "RELEASED");
            desk.merchant().settle();
            assertThat(desk.merchant().call(() -> parcels.ofOrder(order)))
                    .allMatch(parcel -> parcel.state() == FulfilmentState.CANCELLED);
        }
    }

    @Test
    void eitherApprovesOrCancelsFirstAndNeverSendsWhatIsCancelled() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID order = desk.place(
                            desk.anOrder().with(2, "TEA-100").note("请放快递柜").paid())
                    .id();
            List<OrderResult> results = atOnce(() -> desk.orders().approve(order, null), () -> desk.orders()
                    .cancel(order, "买家取消"));
            assertThat(results.get(1)).isInstanceOf(OrderResult.Done.class);
            assertThat(anchor(order)).isEqualTo(Anchor.CANCELLED);
            assertThat(kinds(order).contains(FactKind.APPROVED)).isEqualTo(results.get(0) instanceof OrderResult.Done);
            assertThat(ledger(order)).containsExactly("TAKEN_PAID", "RELEASED");
        }
    }

    @Test
    void eitherPaysInTimeOrExpiresFirstAndHasItsPiecesOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            OrderInTheMaking making = desk.anOrder().with(2, "TEA-100");
            UUID order = desk.place(making).id();
            clock.advance(Duration.ofMinutes(15));
            ChannelOrderSnapshot paid = making.paid().snapshot();
            this.<Object>atOnce(() -> desk.accept(paid), () -> {
                desk.merchant().settle();
                return "settled";
            });
            assertThat(anchor(order)).isEqualTo(Anchor.PICKING);
            assertThat(kinds(order)).filteredOn(FactKind.EXPIRED::equals).hasSize(1);
            assertThat(kinds(order)).filteredOn(FactKind.PAID_LATE::equals).hasSize(1);
            assertThat(ledger(order)).containsExactly("RESERVED", "RELEASED", "TAKEN_PAID");
        }
    }

    @Test
    void eitherPaysOrIsCancelledFirstAndTheMoneyIsNotForgotten() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            OrderInTheMaking making = desk.anOrder().with(2, "TEA-100");
            UUID order = desk.place(making).id();
            ChannelOrderSnapshot paid = making.paid().snapshot();
            this.<Object>atOnce(() -> desk.accept(paid), () -> desk.orders().cancel(order, "买家取消"));
            OrderDetails details = desk.details(order);
            assertThat(details.summary().anchor()).isEqualTo(Anchor.CANCELLED);
            assertThat(details.summary().payment()).isEqualTo(PaymentStatus.PAID);
            assertThat(details.summary().blockedBy().kind()).isEqualTo(BlockedBy.Kind.REFUND_DUE);
            assertThat(ledger(order))
                    .endsWith("RELEASED")
                    .filteredOn("RELEASED"::equals)
                    .hasSize(1);
        }
    }

    @Test
    void eitherHoldsOrShipsFirst() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID order = desk.place(desk.anOrder().with(2, "TEA-100").paid()).id();
            List<OrderResult> results = atOnce(
                    () -> desk.orders().hold(order, HoldReason.MANUAL, "等回电"),
                    () -> progress.shipped(order, clock.instant()));
            assertThat(results).filteredOn(OrderResult.Done.class::isInstance).hasSize(1);
            assertThat(anchor(order))
                    .isEqualTo(results.get(1) instanceof OrderResult.Done ? Anchor.SHIPPED : Anchor.PICKING);
        }
    }

    @Test
    void takesOneStepOnceHoweverManyWantIt() throws Exception {
        waitForAPerson();
        UUID order = desk.place(desk.anOrder().with(2, "TEA-100").paid()).id();
        List<Callable<OrderResult>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            calls.add(() -> desk.orders().release(order));
        }
        List<OrderResult> results = atOnce(calls);
        assertThat(results).filteredOn(OrderResult.Done.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(OrderResult.Already.class::isInstance).hasSize(11);
        desk.merchant().settle();
        assertThat(desk.merchant().call(() -> parcels.ofOrder(order))).hasSize(1);
    }

    @Test
    void sellsTheLastPiecesOnce() throws Exception {
        desk.stocked("CUP-150", 2);
        List<Callable<AcceptResult>> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ChannelOrderSnapshot snapshot =
                    desk.anOrder().with(1, "CUP-150").paid().snapshot();
            calls.add(() -> desk.accept(snapshot));
        }
        atOnce(calls);
        List<OrderSummary> all = desk.merchant().call(() -> queries.page(BoardQuery.of(BoardQuery.View.ALL), null, 50));
        assertThat(all).filteredOn(order -> order.anchor() == Anchor.PICKING).hasSize(2);
        assertThat(all)
                .filteredOn(order -> order.blockedBy().args().contains("SHORTAGE"))
                .hasSize(8);
    }

    private void waitForAPerson() {
        Rules usual = Rules.USUAL;
        desk.merchant()
                .run(() -> settings.save(new Rules(
                        usual.reviewAmounts(),
                        usual.stopBuyerNotes(),
                        false,
                        usual.target(),
                        usual.completeAfterDays())));
    }

    @SafeVarargs
    private <T> List<T> atOnce(Callable<? extends T>... calls) throws Exception {
        return atOnce(List.of(calls));
    }

    private <T> List<T> atOnce(List<? extends Callable<? extends T>> calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        List<Future<T>> running = new ArrayList<>();
        for (Callable<? extends T> call : calls) {
            running.add(threads.submit(() -> {
                start.await();
                return desk.merchant().<T>call(call::call);
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> one : running) {
            results.add(one.get());
        }
        return results;
    }

    private Anchor anchor(UUID order) {
        return desk.details(order).summary().anchor();
    }

    private List<FactKind> kinds(UUID order) {
        return desk.merchant().call(() -> queries.timeline(order)).stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    private List<String> ledger(UUID order) {
        return jdbc.sql(
                        "select kind from stock_movement where tenant_id = :tenant and order_id = :order order by number")
                .param("tenant", desk.merchant().id())
                .param("order", Ids.bytes(order))
                .query(String.class)
                .list();
    }

    private long rows() {
        return jdbc.sql("select count(*) from orders where tenant_id = :tenant")
                .param("tenant", desk.merchant().id())
                .query(Long.class)
                .single();
    }
}
