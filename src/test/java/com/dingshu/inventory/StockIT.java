package com.dingshu.inventory;

import static com.dingshu.inventory.Pools.Pool.need;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SaveSku;
import com.dingshu.inventory.Pools.Pool;
import com.dingshu.inventory.ReservationResult.Ended;
import com.dingshu.inventory.ReservationResult.Reserved;
import com.dingshu.inventory.ReservationResult.Short;
import com.dingshu.inventory.ReservationResult.ShortNeed;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.AccessDenied;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.testing.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the stock pool promises one after the other; what it promises at once is in StockAtOnceIT. */
@IntegrationTest
class StockIT {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Stock stock;

    @Autowired
    private StockQueries queries;

    @Autowired
    private Warehouses warehouses;

    @Autowired
    private Catalog catalog;

    @Autowired
    private OperationLog log;

    @Autowired
    private JdbcClient jdbc;

    private Pool pool;

    @BeforeEach
    void open() {
        pool = new Pools(beans).open();
    }

    @AfterEach
    void booksAreRight() {
        assertThat(pool.violations()).isEmpty();
    }

    @Test
    void keepsFivePercentBackRoundedDown() {
        UUID twenty = pool.sku("TWENTY", 20);
        UUID nineteen = pool.sku("NINETEEN", 19);
        assertThat(pool.figures(twenty).available()).isEqualTo(19);
        assertThat(pool.figures(nineteen).available()).isEqualTo(19);
        UUID up = pool.sku(SaveSku.of("UP", "向上", 1, "CNY").withBuffer(null, true), 19);
        assertThat(pool.figures(up).available()).isEqualTo(18);
        UUID none = pool.sku(SaveSku.of("NONE", "不留", 1, "CNY").withBuffer(0, false), 100);
        assertThat(pool.figures(none).available()).isEqualTo(100);
    }

    @Test
    void holdsThenCommitsThenSendsOut() {
        UUID sku = pool.sku("A", 100);
        ReserveStock order = pool.order(false, need(sku, 3));
        assertThat(pool.reserve(order)).isEqualTo(new Reserved(pool.warehouse()));
        assertThat(pool.figures(sku)).isEqualTo(new StockFigures(100, 3, 0, 0, 0, 5, 0));
        assertThat(pool.commit(order.orderId())).isEqualTo(CommitResult.COMMITTED);
        assertThat(pool.commit(order.orderId())).isEqualTo(CommitResult.ALREADY_COMMITTED);
        assertThat(pool.figures(sku)).isEqualTo(new StockFigures(100, 0, 3, 0, 0, 5, 0));
        assertThat(pool.consume(order.orderId())).isEqualTo(ConsumeResult.CONSUMED);
        assertThat(pool.consume(order.orderId())).isEqualTo(ConsumeResult.ALREADY_CONSUMED);
        assertThat(pool.figures(sku)).isEqualTo(new StockFigures(97, 0, 0, 0, 0, 4, 0));
        assertThat(pool.release(order.orderId(), ReleaseCause.CANCELLED)).isEqualTo(ReleaseResult.ALREADY_SHIPPED);
        assertThat(ledger(sku))
                .extracting(line -> line.kind() + " " + line.onHandChange() + " " + line.availableChange())
                .containsExactly("SHIPPED -3 1", "COMMITTED 0 0", "RESERVED 0 -3", "RECEIVED 100 95");
    }

    @Test
    void commitsAtOnceWhatCameInPaid() {
        UUID sku = pool.sku("A", 10);
        ReserveStock order = pool.order(true, need(sku, 4));
        pool.reserve(order);
        assertThat(pool.figures(sku).committed()).isEqualTo(4);
        assertThat(pool.commit(order.orderId())).isEqualTo(CommitResult.ALREADY_COMMITTED);
    }

    @Test
    void refusesToSendOutWhatIsNotPaid() {
        UUID sku = pool.sku("A", 10);
        ReserveStock order = pool.order(false, need(sku, 4));
        pool.reserve(order);
        assertThat(pool.consume(order.orderId())).isEqualTo(ConsumeResult.NOT_COMMITTED);
        assertThat(pool.consume(Ids.next())).isEqualTo(ConsumeResult.NOT_COMMITTED);
        assertThat(pool.figures(sku).onHand()).isEqualTo(10);
    }

    @Test
    void givesBackOnceAndTakesAgainOnlyForALatePayment() {
        UUID sku = pool.sku("A", 5);
        ReserveStock order = pool.order(false, need(sku, 4));
        pool.reserve(order);
        assertThat(pool.release(order.orderId(), ReleaseCause.PAYMENT_TIMEOUT)).isEqualTo(ReleaseResult.RELEASED);
        assertThat(pool.release(order.orderId(), ReleaseCause.PAYMENT_TIMEOUT)).isEqualTo(ReleaseResult.NOTHING_HELD);
        assertThat(pool.commit(order.orderId())).isEqualTo(CommitResult.NOTHING_HELD);
        assertThat(pool.reserve(order)).as("a repeated creation takes nothing").isEqualTo(new Ended());
        assertThat(pool.reserveAgain(order)).isEqualTo(new Reserved(pool.warehouse()));
        assertThat(pool.reserveAgain(order)).as("the payment is told twice").isEqualTo(new Reserved(pool.warehouse()));
        assertThat(pool.figures(sku)).isEqualTo(new StockFigures(5, 0, 4, 0, 0, 0, 0));
    }

    @Test
    void leavesALatePaymentWithoutPiecesWhenTheyAreGone() {
        UUID sku = pool.sku("A", 5);
        ReserveStock late = pool.order(false, need(sku, 4));
        pool.reserve(late);
        pool.release(late.orderId(), ReleaseCause.PAYMENT_TIMEOUT);
        pool.reserve(pool.order(true, need(sku, 3)));
        assertThat(pool.reserveAgain(late)).isEqualTo(new Short(List.of(new ShortNeed(sku, 4, 2))));
        assertThat(pool.figures(sku).committed()).isEqualTo(3);
    }

    @Test
    void commitsWhatALatePaymentStillHolds() {
        UUID sku = pool.sku("A", 5);
        ReserveStock order = pool.order(false, need(sku, 5));
        pool.reserve(order);
        assertThat(pool.reserveAgain(order)).isEqualTo(new Reserved(pool.warehouse()));
        assertThat(pool.figures(sku)).isEqualTo(new StockFigures(5, 0, 5, 0, 0, 0, 0));
    }

    @Test
    void countsTwoLinesOfTheSameSkuTogether() {
        UUID sku = pool.sku("A", 5);
        assertThat(pool.reserve(pool.order(false, need(sku, 3), need(sku, 3))))
                .isEqualTo(new Short(List.of(new ShortNeed(sku, 6, 5))));
        assertThat(pool.reserve(pool.order(false, need(sku, 3), need(sku, 2)))).isInstanceOf(Reserved.class);
        assertThat(pool.figures(sku).available()).isZero();
    }

    @Test
    void holdsNothingOfAnOrderThatCannotBeServedWhole() {
        UUID much = pool.sku("MUCH", 10);
        UUID little = pool.sku("LITTLE", 1);
        assertThat(pool.reserve(pool.order(false, need(much, 2), need(little, 2))))
                .isEqualTo(new Short(List.of(new ShortNeed(little, 2, 1))));
        assertThat(pool.figures(much).reserved()).isZero();
    }

    @Test
    void answersARepeatedOrderWithThePiecesItHas() {
        UUID sku = pool.sku("A", 5);
        ReserveStock order = pool.order(false, need(sku, 2));
        assertThat(pool.reserveAll(List.of(order, order))).hasSize(1);
        assertThat(pool.reserve(order)).isEqualTo(new Reserved(pool.warehouse()));
        assertThat(pool.figures(sku).reserved()).isEqualTo(2);
    }

    @Test
    void servesEarlierOrdersOfABatchFirst() {
        UUID sku = pool.sku("A", 3);
        ReserveStock first = pool.order(false, need(sku, 2));
        ReserveStock second = pool.order(true, need(sku, 2));
        ReserveStock third = pool.order(false, need(sku, 1));
        Map<UUID, ReservationResult> results = pool.reserveAll(List.of(first, second, third));
        assertThat(results.get(first.orderId())).isInstanceOf(Reserved.class);
        assertThat(results.get(second.orderId())).isEqualTo(new Short(List.of(new ShortNeed(sku, 2, 1))));
        assertThat(results.get(third.orderId())).isInstanceOf(Reserved.class);
    }

    @Test
    void takesTheWholeOrderFromTheFirstWarehouseThatHasIt() {
        UUID second = pool.warehouse("W2");
        UUID a = pool.sku("A", 5);
        UUID b = pool.sku("B", 1);
        pool.receive(second, a, 5);
        pool.receive(second, b, 5);
        assertThat(pool.reserve(pool.order(false, need(a, 1), need(b, 1)))).isEqualTo(new Reserved(pool.warehouse()));
        assertThat(pool.reserve(pool.order(false, need(a, 1), need(b, 1)))).isEqualTo(new Reserved(second));
        pool.merchant().run(() -> warehouses.setShopOrder(pool.shop(), List.of(second, pool.warehouse())));
        assertThat(pool.reserve(pool.order(false, need(a, 1)))).isEqualTo(new Reserved(second));
        pool.merchant().run(() -> warehouses.setShopOrder(pool.shop(), List.of(pool.warehouse())));
        assertThat(pool.reserve(pool.order(false, need(a, 5)))).isInstanceOf(Short.class);
        assertThat(pool.merchant().call(() -> warehouses.forShop(pool.shop())))
                .extracting(WarehouseInfo::id)
                .containsExactly(pool.warehouse());
    }

    @Test
    void answersShortForAMerchantWithoutStock() {
        UUID sku = pool.sku("NEVER", 0);
        assertThat(pool.reserve(pool.order(false, need(sku, 1))))
                .isEqualTo(new Short(List.of(new ShortNeed(sku, 1, 0))));
        assertThat(pool.reserve(pool.order(false, need(Ids.next(), 1)))).isInstanceOf(Short.class);
    }

    @Test
    void booksAnOperationOnceAndRefusesItForSomethingElse() {
        UUID sku = pool.sku("A", 0);
        UUID op = Ids.next();
        ReceiveStock receive = new ReceiveStock(pool.warehouse(), sku, 7, "采购", op);
        pool.merchant().call(() -> stock.receive(receive));
        BookingResult again = pool.merchant().call(() -> stock.receive(receive));
        assertThat(again).isEqualTo(new BookingResult.Booked(new StockFigures(7, 0, 0, 0, 0, 0, 0)));
        assertThatThrownBy(() ->
                        pool.merchant().call(() -> stock.receive(new ReceiveStock(pool.warehouse(), sku, 8, "采购", op))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(pool.figures(sku).onHand()).isEqualTo(7);
    }

    @Test
    void neverAdjustsBelowWhatOrdersHave() {
        UUID sku = pool.sku("A", 10);
        pool.reserve(pool.order(false, need(sku, 3)));
        pool.reserve(pool.order(true, need(sku, 4)));
        assertThat(pool.adjust(sku, -4)).isEqualTo(new BookingResult.TooFew(3));
        assertThat(pool.adjust(sku, -3)).isInstanceOf(BookingResult.Booked.class);
        assertThat(pool.figures(sku)).isEqualTo(new StockFigures(7, 3, 4, 0, 0, 0, 0));
        assertThat(pool.merchant().call(() -> log.newest(new OperationLog.Filter(true, null), null, 5)))
                .extracting(OperationLog.Entry::action, OperationLog.Entry::subject, OperationLog.Entry::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("stock.adjusted", "A", "盘点"));
    }

    @Test
    void showsAShortfallWhenALossEatsTheBuffer() {
        UUID sku = pool.sku("A", 100);
        pool.reserve(pool.order(true, need(sku, 95)));
        pool.adjust(sku, -5);
        assertThat(pool.figures(sku).available()).isEqualTo(-4);
        assertThat(pool.reserve(pool.order(false, need(sku, 1))))
                .isEqualTo(new Short(List.of(new ShortNeed(sku, 1, 0))));
    }

    @Test
    void refusesQuantitiesThatMakeNoSense() {
        UUID sku = pool.sku("A", 10);
        for (int quantity : new int[] {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> need(sku, quantity)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> pool.receive(pool.warehouse(), sku, quantity))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> pool.adjust(sku, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AdjustStock(pool.warehouse(), sku, 1, "  ", Ids.next()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void letsTheBufferFollowTheCatalogue() {
        UUID sku = pool.sku("A", 100);
        pool.merchant()
                .call(() -> catalog.save(SaveSku.of("A", "商品 A", 100, "CNY").withBuffer(1000, false)));
        pool.merchant().settle();
        assertThat(pool.figures(sku).available()).isEqualTo(90);
        assertThat(ledger(sku).getFirst().kind()).isEqualTo(MovementKind.BUFFER_CHANGED);
        pool.merchant().settle();
        assertThat(ledger(sku)).hasSize(2);
    }

    @Test
    void pagesTheLedgerOfAllWarehousesWithoutGapOrRepeat() {
        UUID second = pool.warehouse("W2");
        UUID sku = pool.sku("A", 1);
        IntStream.range(0, 24).forEach(n -> pool.receive(n % 3 == 0 ? second : pool.warehouse(), sku, 1));
        List<String> seen = new ArrayList<>();
        LedgerPage page = page(sku, null);
        while (true) {
            page.lines().forEach(line -> seen.add(line.warehouseId() + "#" + line.number()));
            if (page.next() == null) {
                break;
            }
            page = page(sku, page.next());
        }
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void listsEverySkuWithItsPiecesAndBins() {
        UUID sku = pool.sku("A", 10);
        pool.sku("B", 0);
        pool.merchant().run(() -> stock.shelve(pool.warehouse(), sku, " A-01-02 "));
        StockPage list = pool.merchant().call(() -> queries.list(new StockFilter(null, null, null, 50)));
        assertThat(list.rows())
                .extracting(row -> row.sku().code() + " " + row.total().onHand())
                .containsExactly("A 10", "B 0");
        assertThat(list.rows().getFirst().warehouses().getFirst().bin()).isEqualTo("A-01-02");
        assertThat(pool.merchant().call(() -> queries.bins(pool.warehouse(), List.of(sku))))
                .containsEntry(sku, "A-01-02");
        pool.reserve(pool.order(false, need(sku, 2)));
        assertThat(pool.merchant().call(() -> queries.reservations(sku, null)))
                .extracting(OpenReservation::quantity)
                .containsExactly(2);
    }

    @Test
    void listsOnlyWhatIsLowWhereverItStands() {
        for (int n = 0; n < 30; n++) {
            int safety = n % 10 == 3 ? 5 : 4;
            SaveSku wish = SaveSku.of("L-%02d".formatted(n), "商品", 1, "CNY").withBuffer(0, false);
            pool.sku(n % 2 == 0 ? wish : wish.withSafetyStock(safety), 4);
        }
        StockPage first = pool.merchant().call(() -> queries.list(new StockFilter(null, null, true, null, 2)));
        assertThat(first.rows()).extracting(row -> row.sku().code()).containsExactly("L-03", "L-13");
        StockPage next = pool.merchant().call(() -> queries.list(new StockFilter(null, null, true, first.next(), 2)));
        assertThat(next.rows()).extracting(row -> row.sku().code()).containsExactly("L-23");
        assertThat(next.next()).isNull();
    }

    @Test
    void handsOutTheWholeListOnceAndLogsIt() {
        for (int n = 0; n < 25; n++) {
            pool.sku("X-%02d".formatted(n), n);
        }
        List<String> codes = new ArrayList<>();
        pool.merchant()
                .run(() -> queries.export(
                        new StockFilter(null, null, null, 10),
                        row -> codes.add(row.sku().code())));
        assertThat(codes).hasSize(25).isSorted().doesNotHaveDuplicates();
        assertThat(pool.merchant().call(() -> log.newest(OperationLog.Filter.ALL, null, 5)))
                .extracting(OperationLog.Entry::action)
                .contains("stock.exported");
    }

    @Test
    void tellsWhatWasAvailableAtTheEndOfEachDay() {
        UUID second = pool.warehouse("W2");
        UUID sku = pool.sku(SaveSku.of("A", "商品", 1, "CNY").withBuffer(0, false), 10);
        pool.receive(second, sku, 5);
        backdate(sku, second, 3);
        pool.adjust(sku, -4);
        assertThat(pool.merchant().call(() -> queries.availableByDay(sku, null, 5)))
                .containsExactly(null, 5, 5, 5, 11);
        assertThat(pool.merchant().call(() -> queries.availableByDay(sku, second, 2)))
                .containsExactly(5, 5);
        assertThat(pool.merchant().call(() -> queries.availableByDay(Ids.next(), null, 2)))
                .containsExactly(null, null);
    }

    private void backdate(UUID sku, UUID warehouse, int days) {
        jdbc.sql("update stock_movement set at = at - interval :days day"
                        + " where tenant_id = :tenant and sku_id = :sku and warehouse_id = :warehouse")
                .param("days", days)
                .param("tenant", pool.merchant().id())
                .param("sku", Ids.bytes(sku))
                .param("warehouse", Ids.bytes(warehouse))
                .update();
    }

    @Test
    void saysWhetherTheBooksAgree() {
        UUID sku = pool.sku("A", 10);
        pool.reserve(pool.order(false, need(sku, 2)));
        assertThat(pool.merchant().call(() -> queries.booksAgree(sku))).isTrue();
        forge(sku, 1);
        assertThat(pool.merchant().call(() -> queries.booksAgree(sku))).isFalse();
        forge(sku, -1);
    }

    /** Changes a balance past the ledger. */
    private void forge(UUID sku, int reserved) {
        jdbc.sql("update stock_balance set reserved = reserved + :more where tenant_id = :tenant and sku_id = :sku")
                .param("more", reserved)
                .param("tenant", pool.merchant().id())
                .param("sku", Ids.bytes(sku))
                .update();
    }

    @Test
    void showsAndTakesNothingOfAnotherMerchant() {
        UUID sku = pool.sku("A", 10);
        Pool other = new Pools(beans).open();
        assertThat(other.figures(sku)).isEqualTo(StockFigures.NONE);
        assertThat(other.reserve(other.order(false, need(sku, 1)))).isInstanceOf(Short.class);
        assertThatThrownBy(() -> other.receive(other.warehouse(), sku, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pool.receive(other.warehouse(), sku, 1)).isInstanceOf(IllegalArgumentException.class);
        ReserveStock order = pool.order(false, need(sku, 1));
        pool.reserve(order);
        assertThat(other.commit(order.orderId())).isEqualTo(CommitResult.NOTHING_HELD);
        assertThat(other.release(order.orderId(), ReleaseCause.CANCELLED)).isEqualTo(ReleaseResult.NOTHING_HELD);
        assertThat(other.merchant()
                        .call(() -> queries.ledger(sku, pool.warehouse(), null, null, 10))
                        .lines())
                .isEmpty();
        assertThat(other.merchant().call(() -> queries.reservations(sku, null))).isEmpty();
    }

    @Test
    void asksForThePermission() {
        UUID sku = pool.sku("A", 10);
        Actor buyer = Actor.job("nobody", Permission.STOCK_VIEW);
        assertThatThrownBy(() -> pool.merchant()
                        .call(buyer, () -> stock.adjust(new AdjustStock(pool.warehouse(), sku, 1, "x", Ids.next()))))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> pool.merchant().call(buyer, () -> stock.commit(Ids.next())))
                .isInstanceOf(AccessDenied.class);
    }

    private List<LedgerLine> ledger(UUID sku) {
        return pool.merchant()
                .call(() -> queries.ledger(sku, null, null, null, 100))
                .lines();
    }

    private LedgerPage page(UUID sku, LedgerPage.@org.jspecify.annotations.Nullable Position from) {
        return pool.merchant().call(() -> queries.ledger(sku, null, null, from, 7));
    }
}
