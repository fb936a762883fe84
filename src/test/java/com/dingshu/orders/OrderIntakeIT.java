package com.dingshu.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.inventory.StockFigures;
import com.dingshu.inventory.StockQueries;
import com.dingshu.shared.Ids;
import com.dingshu.testing.Desk;
import com.dingshu.testing.Desk.Placed;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.OrderInTheMaking;
import com.dingshu.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of snapshots that come in. */
@IntegrationTest
class OrderIntakeIT {

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

    @BeforeEach
    void open() {
        desk = Desk.open(beans);
        desk.stocked("TEA-100", 100);
        desk.stocked("CUP-150", 10);
    }

    @Test
    void handsTheNormalPaidOrderToTheWarehouseWithoutAPerson() {
        OrderDetails order =
                placed(desk.anOrder().with(2, "TEA-100").with(1, "CUP-150").paid());
        assertThat(order.summary().anchor()).isEqualTo(Anchor.PICKING);
        assertThat(order.summary().payment()).isEqualTo(PaymentStatus.PAID);
        assertThat(order.summary().review()).isEqualTo(ReviewStatus.APPROVED);
        assertThat(order.summary().stage()).isEqualTo(Stage.TO_SHIP);
        assertThat(order.summary().blockedBy().kind()).isEqualTo(BlockedBy.Kind.TO_PICK);
        assertThat(order.summary().clock().state()).isEqualTo(ClockState.RUNNING);
        assertThat(order.summary().clock().dueAt())
                .isEqualTo(order.facts().takenInAt().plus(Duration.ofHours(2)));
        assertThat(order.summary().itemText()).isEqualTo("商品 TEA-100 ×2 +1");
        assertThat(order.summary().units()).isEqualTo(3);
        assertThat(order.summary().warehouse()).isEqualTo("上海仓");
        assertThat(order.number()).matches("\\d{6}-\\d{4,}");
        assertThat(committed("TEA-100")).isEqualTo(2);
        assertThat(kinds(order))
                .containsExactly(FactKind.TAKEN_IN, FactKind.PAID, FactKind.REVIEW_PASSED, FactKind.RELEASED);
    }

    @Test
    void holdsStockForAnUnpaidOrderAndCommitsItWhenThePaymentComes() {
        OrderInTheMaking making = desk.anOrder().with(3, "TEA-100");
        Placed placed = desk.place(making);
        assertThat(desk.details(placed.id()).summary().stage()).isEqualTo(Stage.UNPAID);
        assertThat(reserved("TEA-100")).isEqualTo(3);
        assertThat(desk.accept(making.paid().snapshot()))
                .isEqualTo(new AcceptResult.Updated(placed.id(), placed.number(), List.of("PAID")));
        assertThat(desk.details(placed.id()).summary().anchor()).isEqualTo(Anchor.PICKING);
        assertThat(committed("TEA-100")).isEqualTo(3);
        assertThat(reserved("TEA-100")).isZero();
    }

    @Test
    void changesNothingWhenTheSameComesAgain() {
        OrderInTheMaking making = desk.anOrder().with(3, "TEA-100").paid();
        Placed placed = desk.place(making);
        int revisions = history(placed).size();
        assertThat(desk.accept(making.snapshot())).isEqualTo(new AcceptResult.Unchanged(placed.id(), placed.number()));
        assertThat(desk.accept(making.later(Duration.ofMinutes(1)).snapshot()))
                .isEqualTo(new AcceptResult.Unchanged(placed.id(), placed.number()));
        assertThat(history(placed)).hasSize(revisions);
        assertThat(committed("TEA-100")).isEqualTo(3);
    }

    @Test
    void letsAnOlderVersionChangeNothing() {
        OrderInTheMaking making = desk.anOrder().with(1, "TEA-100");
        ChannelOrderSnapshot old = making.snapshot();
        Placed placed = desk.place(making.paid());
        assertThat(desk.accept(old)).isEqualTo(new AcceptResult.Superseded(placed.id(), placed.number()));
        assertThat(desk.details(placed.id()).summary().payment()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void makesOneOrderOfTheSameOneFiftyTimesAtOnce() throws Exception {
        ChannelOrderSnapshot snapshot = desk.anOrder().with(2, "TEA-100").paid().snapshot();
        List<Callable<AcceptResult>> calls = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            calls.add(() -> desk.accept(snapshot));
        }
        List<AcceptResult> results = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<AcceptResult> call : threads.invokeAll(calls)) {
                results.add(call.get());
            }
        }
        assertThat(results).filteredOn(AcceptResult.Created.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(AcceptResult.Unchanged.class::isInstance).hasSize(49);
        assertThat(committed("TEA-100")).isEqualTo(2);
        assertThat(desk.merchant().call(queries::counts).all()).isEqualTo(1);
    }

    @Test
    void takesSeveralVersionsOfOneOrderInOneBatchOneAfterTheOther() {
        OrderInTheMaking making = desk.anOrder().with(1, "TEA-100");
        List<AcceptResult> results = desk.accept(List.of(
                making.snapshot(),
                making.paid().snapshot(),
                making.now(SourceStatus.CANCELLED).snapshot()));
        assertThat(results.get(0)).isInstanceOf(AcceptResult.Created.class);
        assertThat(((AcceptResult.Updated) results.get(1)).changes()).containsExactly("PAID");
        assertThat(((AcceptResult.Updated) results.get(2)).changes()).containsExactly("CANCELLED");
        assertThat(committed("TEA-100")).isZero();
    }

    @Test
    void keepsABadOrderFromSpoilingItsNeighbours() {
        var good = desk.anOrder().with(1, "TEA-100").paid();
        var alsoGood = desk.anOrder().with(1, "CUP-150").paid();
        var noLines = desk.anOrder();
        var foreignShop = desk.anOrder().with(1, "TEA-100").inShop(Ids.next());
        var tooLong = desk.anOrder()
                .with(1, "TEA-100")
                .to(new SnapshotReceiver("陈", "13800138000", "CN", "省".repeat(61), "", "", "x", "", false));
        List<AcceptResult> results = desk.accept(List.of(
                good.snapshot(), noLines.snapshot(), foreignShop.snapshot(), alsoGood.snapshot(), tooLong.snapshot()));
        assertThat(results.get(0)).isInstanceOf(AcceptResult.Created.class);
        assertThat(results.get(1)).isEqualTo(new AcceptResult.Rejected("lines", "1 to 500, not 0"));
        assertThat(results.get(2)).isEqualTo(new AcceptResult.Rejected("shopId", "no shop of this merchant"));
        assertThat(results.get(3)).isInstanceOf(AcceptResult.Created.class);
        assertThat(results.get(4))
                .isInstanceOfSatisfying(AcceptResult.Rejected.class, rejected -> assertThat(rejected.field())
                        .isEqualTo("receiver.province"));
    }

    @Test
    void findsTheOneOrderThatTheDatabaseRefusesAndTakesTheOthers() {
        List<ChannelOrderSnapshot> batch = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            batch.add(desk.anOrder().with(1, "TEA-100").paid().snapshot());
        }
        var poison = desk.anOrder().paid();
        poison.line(new SnapshotLine(
                "1",
                "X",
                Ids.next(),
                "茶",
                "",
                1,
                1_000,
                0,
                null,
                null,
                null,
                null,
                false,
                Map.of("long", "x".repeat(17_000_000))));
        batch.add(4, poison.snapshot());
        List<AcceptResult> results = desk.accept(batch);
        assertThat(results).filteredOn(AcceptResult.Created.class::isInstance).hasSize(9);
        assertThat(results.get(4)).isInstanceOf(AcceptResult.Rejected.class);
        assertThat(committed("TEA-100")).isEqualTo(9);
    }

    @Test
    void stopsTheDoubtfulOrder() {
        OrderDetails note =
                placed(desk.anOrder().with(1, "TEA-100").note("请放快递柜").paid());
        assertThat(note.summary().stage()).isEqualTo(Stage.REVIEW);
        assertThat(note.doubts()).containsExactly("buyer-note");
        assertThat(note.summary().blockedBy()).isEqualTo(new BlockedBy(BlockedBy.Kind.REVIEW, List.of("buyer-note")));
        assertThat(note.summary().clock().state()).isEqualTo(ClockState.RUNNING);

        OrderDetails dear = placed(desk.anOrder().with(1, "TEA-100", 500_000).paid());
        assertThat(dear.doubts()).containsExactly("amount");

        OrderDetails nowhere = placed(desk.anOrder()
                .with(1, "TEA-100")
                .to(new SnapshotReceiver("陈晓蓉", "13800138000", "CN", "", "", "", "文三路478号", "", false))
                .paid());
        assertThat(nowhere.summary().stage()).isEqualTo(Stage.EXCEPTION);
        assertThat(nowhere.summary().blockedBy().args()).startsWith("ADDRESS_RISK", "address-incomplete");
        assertThat(nowhere.summary().clock().state()).isEqualTo(ClockState.PAUSED);
    }

    @Test
    void keepsAnOrderThatStockDoesNotCoverOnHoldAndSendsItOnWhenGoodsCome() {
        OrderDetails order = placed(desk.anOrder().with(12, "CUP-150").paid());
        assertThat(order.summary().anchor()).isEqualTo(Anchor.PAID);
        assertThat(order.summary().stage()).isEqualTo(Stage.PAID_SHORT);
        assertThat(order.summary().blockedBy())
                .isEqualTo(new BlockedBy(BlockedBy.Kind.HOLD, List.of("SHORTAGE", "paid-but-short", "2")));
        assertThat(order.summary().clock().state()).isEqualTo(ClockState.PAUSED);
        desk.receive("CUP-150", 5);
        clock.advance(Duration.ofMinutes(2));
        desk.merchant().settle();
        OrderDetails after = desk.details(order.id());
        assertThat(after.summary().anchor()).isEqualTo(Anchor.PICKING);
        assertThat(after.summary().clock().dueAt())
                .isAfter(order.summary().clock().dueAt());
        assertThat(committed("CUP-150")).isEqualTo(12);
        clock.reset();
    }

    @Test
    void listsAnOrderThatIsPaidWhileItIsShortAsPaidButShort() {
        OrderInTheMaking making = desk.anOrder().with(12, "CUP-150");
        Placed placed = desk.place(making);
        assertThat(desk.details(placed.id()).summary().blockedBy().args()).containsExactly("SHORTAGE", "short", "2");
        desk.accept(making.paid().snapshot());
        OrderDetails order = desk.details(placed.id());
        assertThat(order.summary().stage()).isEqualTo(Stage.PAID_SHORT);
        assertThat(order.holds()).singleElement().satisfies(hold -> assertThat(hold.code())
                .isEqualTo("paid-but-short"));
    }

    @Test
    void neverLetsABlankOrMaskedReceiverReplaceAKnownOne() {
        OrderInTheMaking making = desk.anOrder().with(1, "TEA-100").to("陈晓蓉", "13800138000");
        Placed placed = desk.place(making);
        making.to(new SnapshotReceiver("", "", "CN", "", "", "", "", "", false)).later(Duration.ofSeconds(1));
        assertThat(desk.accept(making.snapshot())).isInstanceOf(AcceptResult.Unchanged.class);
        making.to(new SnapshotReceiver("陈**", "138****8000", "CN", "浙江省", "杭州市", "西湖区", "文****", "", true))
                .later(Duration.ofSeconds(1));
        assertThat(desk.accept(making.snapshot())).isInstanceOf(AcceptResult.Unchanged.class);
        assertThat(reveal(placed).name()).isEqualTo("陈晓蓉");
    }

    @Test
    void waitsForTheClearReceiverOfAMaskedOrder() {
        OrderInTheMaking making = desk.anOrder()
                .with(1, "TEA-100")
                .to(new SnapshotReceiver("陈**", "138****8000", "CN", "浙江省", "杭州市", "西湖区", "文****", "", true))
                .paid();
        Placed placed = desk.place(making);
        assertThat(desk.details(placed.id()).summary().blockedBy().args()).contains("contact-masked");
        making.to("陈晓蓉", "13800138000").later(Duration.ofSeconds(1));
        assertThat(((AcceptResult.Updated) desk.accept(making.snapshot())).changes())
                .containsExactly("CONTACT_CHANGED");
        assertThat(desk.details(placed.id()).summary().anchor()).isEqualTo(Anchor.PICKING);
        assertThat(reveal(placed).phone()).isEqualTo("13800138000");
    }

    @Test
    void followsAnAddressTheChannelChangesButKeepsACorrectionOfOurs() {
        OrderInTheMaking making = desk.anOrder().with(1, "TEA-100").to("陈晓蓉", "13800138000");
        Placed placed = desk.place(making);
        desk.merchant().run(() -> desk.orders().editContact(placed.id(), new EditContact("陈小蓉", null, null), "买家来电"));
        assertThat(desk.accept(making.later(Duration.ofSeconds(1)).snapshot()))
                .isInstanceOf(AcceptResult.Unchanged.class);
        assertThat(reveal(placed).name()).isEqualTo("陈小蓉");
        making.to("林小满", "13900139000").later(Duration.ofSeconds(1));
        assertThat(((AcceptResult.Updated) desk.accept(making.snapshot())).changes())
                .containsExactly("CONTACT_CHANGED");
        assertThat(reveal(placed).name()).isEqualTo("林小满");
    }

    @Test
    void letsTheChannelChangePricesBeforePaymentAndAsksAPersonAfter() {
        OrderInTheMaking making = desk.anOrder().with(2, "TEA-100", 1_000);
        Placed placed = desk.place(making);
        making.less(300, 0, 0).later(Duration.ofSeconds(1));
        assertThat(((AcceptResult.Updated) desk.accept(making.snapshot())).changes())
                .containsExactly("PRICE_CHANGED");
        OrderDetails cheaper = desk.details(placed.id());
        assertThat(cheaper.money().due()).isEqualTo(1_700);
        assertThat(cheaper.lines().getFirst().payable()).isEqualTo(1_700);
        desk.accept(making.paid().snapshot());
        making.less(500, 0, 0).later(Duration.ofSeconds(1));
        assertThat(((AcceptResult.Updated) desk.accept(making.snapshot())).changes())
                .containsExactly("CONTENT_CHANGED");
        assertThat(desk.details(placed.id()).summary().blockedBy().args()).startsWith("MANUAL", "channel-changed");
        assertThat(desk.details(placed.id()).money().due()).isEqualTo(1_700);
    }

    @Test
    void knowsItsLinesByTheirNumbersInWhateverOrderTheChannelTellsThem() {
        OrderInTheMaking making = desk.anOrder().with(2, "TEA-100", 1_000).with(1, "CUP-150", 3_000);
        Placed placed = desk.place(making);
        assertThat(desk.accept(
                        making.linesTurnedRound().later(Duration.ofSeconds(1)).snapshot()))
                .isInstanceOf(AcceptResult.Unchanged.class);
        making.less(500, 0, 0).later(Duration.ofSeconds(1));
        assertThat(((AcceptResult.Updated) desk.accept(making.snapshot())).changes())
                .containsExactly("PRICE_CHANGED");
        assertThat(desk.details(placed.id()).lines())
                .extracting(OrderDetails.Line::payable)
                .containsExactly(1_800L, 2_700L);
        desk.accept(making.paid().linesTurnedRound().snapshot());
        assertThat(desk.details(placed.id()).summary().anchor()).isEqualTo(Anchor.PICKING);
    }

    @Test
    void asksAPersonOnceAboutEachChangeOfTheChannel() {
        OrderInTheMaking making = desk.anOrder().with(2, "TEA-100", 1_000);
        Placed placed = desk.place(making.paid());
        making.less(500, 0, 0).later(Duration.ofSeconds(1));
        assertThat(changes(desk.accept(making.snapshot()))).containsExactly("CONTENT_CHANGED");
        assertThat(desk.accept(making.later(Duration.ofSeconds(1)).snapshot()))
                .isInstanceOf(AcceptResult.Unchanged.class);
        desk.merchant().run(() -> desk.details(placed.id()).holds().forEach(hold -> desk.orders()
                .releaseHold(placed.id(), hold.id(), "与买家核对过")));
        assertThat(desk.accept(making.later(Duration.ofSeconds(1)).snapshot()))
                .isInstanceOf(AcceptResult.Unchanged.class);
        assertThat(desk.details(placed.id()).summary().blockedBy().kind()).isEqualTo(BlockedBy.Kind.TO_PICK);
        making.less(600, 0, 0).later(Duration.ofSeconds(1));
        assertThat(changes(desk.accept(making.snapshot())))
                .as("another change is another question")
                .containsExactly("CONTENT_CHANGED");
        assertThat(desk.details(placed.id()).summary().blockedBy().args()).startsWith("MANUAL", "channel-changed");
    }

    private static List<String> changes(AcceptResult result) {
        return ((AcceptResult.Updated) result).changes();
    }

    @Test
    void judgesAgainByTheNoteThatComesWithThePayment() {
        OrderInTheMaking making = desk.anOrder().with(1, "TEA-100");
        Placed placed = desk.place(making);
        assertThat(desk.details(placed.id()).doubts()).isEmpty();
        desk.accept(making.note("请放快递柜").paid().snapshot());
        OrderDetails order = desk.details(placed.id());
        assertThat(order.summary().stage()).isEqualTo(Stage.REVIEW);
        assertThat(order.doubts()).containsExactly("buyer-note");
        assertThat(kinds(order)).contains(FactKind.REVIEW_NEEDED).doesNotContain(FactKind.RELEASED);
    }

    @Test
    void judgesAgainByTheAmountThatRoseBeforeThePayment() {
        OrderInTheMaking making = desk.anOrder().with(1, "TEA-100");
        Placed placed = desk.place(making);
        making.withoutLines().with(1, "TEA-100", 500_000).later(Duration.ofSeconds(1));
        desk.accept(making.snapshot());
        desk.accept(making.paid().snapshot());
        OrderDetails order = desk.details(placed.id());
        assertThat(order.summary().stage()).isEqualTo(Stage.REVIEW);
        assertThat(order.doubts()).containsExactly("amount");
    }

    @Test
    void letsAnOrderPassWhoseDoubtIsGoneBeforeThePayment() {
        OrderInTheMaking making = desk.anOrder().with(1, "TEA-100", 600_000);
        Placed placed = desk.place(making);
        making.less(200_000, 0, 0).later(Duration.ofSeconds(1));
        desk.accept(making.snapshot());
        desk.accept(making.paid().snapshot());
        assertThat(desk.details(placed.id()).summary().anchor()).isEqualTo(Anchor.PICKING);
    }

    @Test
    void asksNobodyAgainAboutWhatAPersonHasApproved() {
        OrderInTheMaking making = desk.anOrder().with(1, "TEA-100").note("请放快递柜");
        Placed placed = desk.place(making);
        desk.merchant().run(() -> desk.orders().approve(placed.id(), "已备注"));
        desk.accept(making.paid().snapshot());
        assertThat(desk.details(placed.id()).summary().anchor()).isEqualTo(Anchor.PICKING);
    }

    @Test
    void neverLetsARulePassWhatAPersonHasTakenBack() {
        OrderInTheMaking making = desk.anOrder().with(1, "TEA-100", 600_000);
        Placed placed = desk.place(making);
        desk.merchant().run(() -> {
            desk.orders().approve(placed.id(), "老客户");
            desk.orders().unapprove(placed.id(), "地址要再问");
        });
        desk.accept(making.less(200_000, 0, 0).paid().snapshot());
        OrderDetails order = desk.details(placed.id());
        assertThat(order.summary().stage()).isEqualTo(Stage.REVIEW);
        assertThat(order.doubts()).containsExactly("by-hand");
    }

    @Test
    void judgesAnAmountInTheCurrencyItIsPaidIn() {
        assertThat(doubts("CNY", 70_000)).isEmpty();
        assertThat(doubts("USD", 70_000)).containsExactly("amount");
        assertThat(doubts("USD", 69_900)).isEmpty();
        assertThat(doubts("JPY", 100_000)).containsExactly("amount");
        desk.merchant().run(() -> beans.getBean(OrderSettings.class)
                .save(new Rules(Map.of("USD", 50_000L), true, true, Duration.ofHours(2), 7)));
        assertThat(doubts("USD", 50_000)).containsExactly("amount");
        assertThat(doubts("CNY", 9_000_000)).isEmpty();
    }

    private List<String> doubts(String currency, long due) {
        return placed(desk.anOrder().with(1, "TEA-100", due).pricedIn(currency)).doubts();
    }

    @Test
    void takesAPriceTheSellerRaisedByHand() {
        OrderInTheMaking making = desk.anOrder().with(1, "CUP-150", 2_000);
        making.line(new SnapshotLine(
                "L2",
                "TEA-100",
                desk.sku("TEA-100"),
                "茶",
                "",
                2,
                1_000,
                -500,
                null,
                null,
                null,
                null,
                false,
                Map.of()));
        OrderDetails order = placed(making.less(300, 0, 0).paid());
        assertThat(order.money().due()).isEqualTo(4_200);
        assertThat(order.money().lineDiscounts()).isZero();
        assertThat(order.money().other()).isEqualTo(-500);
        assertThat(order.lines()).extracting(OrderDetails.Line::other).containsExactly(0L, -500L);
        assertThat(order.lines().stream().mapToLong(OrderDetails.Line::payable).sum())
                .isEqualTo(4_200);
        assertThat(order.summary().anchor()).isEqualTo(Anchor.PICKING);
    }

    @Test
    void movesChannelStatusesForwardOnly() {
        OrderInTheMaking making = desk.anOrder().with(1, "TEA-100").paid();
        Placed placed = desk.place(making);
        assertThat(((AcceptResult.Updated)
                                desk.accept(making.now(SourceStatus.SHIPPED).snapshot()))
                        .changes())
                .containsExactly("SHIPPED_ELSEWHERE");
        assertThat(desk.details(placed.id()).summary().anchor()).isEqualTo(Anchor.SHIPPED);
        assertThat(((AcceptResult.Updated)
                                desk.accept(making.now(SourceStatus.PAID).snapshot()))
                        .changes())
                .containsExactly("CHANNEL_WENT_BACK");
        assertThat(desk.details(placed.id()).summary().anchor()).isEqualTo(Anchor.SHIPPED);
        desk.accept(making.now(SourceStatus.COMPLETED).snapshot());
        assertThat(desk.details(placed.id()).summary().anchor()).isEqualTo(Anchor.COMPLETED);
        desk.accept(making.now(SourceStatus.CANCELLED).snapshot());
        OrderDetails closed = desk.details(placed.id());
        assertThat(closed.summary().anchor()).isEqualTo(Anchor.COMPLETED);
        assertThat(closed.summary().afterSales()).isEqualTo(AfterSalesFlag.CHANNEL_REFUND);
        assertThat(onHand("TEA-100")).isEqualTo(99);
    }

    @Test
    void stopsEverythingWhenTheChannelCancels() {
        OrderInTheMaking making = desk.anOrder().with(4, "TEA-100").paid();
        Placed placed = desk.place(making);
        desk.accept(making.now(SourceStatus.CANCELLED).snapshot());
        OrderDetails order = desk.details(placed.id());
        assertThat(order.summary().anchor()).isEqualTo(Anchor.CANCELLED);
        assertThat(order.summary().blockedBy().kind()).isEqualTo(BlockedBy.Kind.REFUND_DUE);
        assertThat(committed("TEA-100")).isZero();
    }

    @Test
    void keepsWhatIsOverElsewhereAsAFactAndMovesNoStock() {
        OrderDetails completed = placed(desk.anOrder().with(4, "TEA-100").now(SourceStatus.COMPLETED));
        OrderDetails cancelled = placed(desk.anOrder().with(4, "TEA-100").now(SourceStatus.CANCELLED));
        assertThat(completed.summary().anchor()).isEqualTo(Anchor.COMPLETED);
        assertThat(cancelled.summary().anchor()).isEqualTo(Anchor.CANCELLED);
        assertThat(committed("TEA-100") + reserved("TEA-100")).isZero();
        assertThat(onHand("TEA-100")).isEqualTo(100);
    }

    @Test
    void takesNoFileForAProofOfPayment() {
        OrderDetails order = placed(desk.anOrder().with(1, "TEA-100").paidAsTheFileSays());
        assertThat(order.summary().payment()).isEqualTo(PaymentStatus.UNPAID);
        assertThat(order.summary().blockedBy().args()).startsWith("AWAITING_PAYMENT", "unproven");
        clock.advance(Duration.ofHours(1));
        desk.merchant().settle();
        assertThat(desk.details(order.id()).summary().anchor()).isEqualTo(Anchor.PENDING_CONFIRMATION);
        OrderResult result = desk.merchant().call(() -> desk.orders().confirmPayment(order.id(), "银行到账已核对"));
        assertThat(result).isInstanceOf(OrderResult.Done.class);
        assertThat(desk.details(order.id()).summary().anchor()).isEqualTo(Anchor.PICKING);
        clock.reset();
    }

    @ParameterizedTest
    @EnumSource(names = {"SHIPPED", "COMPLETED"})
    void takesNoFileForAProofOfPaymentThatSaysTheOrderIsOnItsWay(SourceStatus told) {
        OrderDetails order = placed(desk.anOrder().with(2, "TEA-100").asTheFileSays(told));
        desk.merchant().settle();
        assertThat(order.summary().anchor().name()).isEqualTo(told.name());
        assertThat(order.summary().payment()).isEqualTo(PaymentStatus.UNPAID);
        assertThat(order.money().paid()).isZero();
        assertThat(payments()).isZero();
        assertThat(sold()).isZero();
        assertThat(BulkVerb.CONFIRM_PAYMENT.fits(order.summary())).isTrue();
        assertThat(desk.merchant().call(() -> desk.orders().confirmPayment(order.id(), "银行到账已核对")))
                .isInstanceOf(OrderResult.Done.class);
        desk.merchant().settle();
        OrderDetails confirmed = desk.details(order.id());
        assertThat(confirmed.summary().anchor().name()).isEqualTo(told.name());
        assertThat(confirmed.money().paid()).isEqualTo(2_000);
        assertThat(kinds(confirmed)).contains(FactKind.PAID, FactKind.PAYMENT_CONFIRMED);
        assertThat(payments()).isEqualTo(1);
        assertThat(sold()).isEqualTo(1);
        assertThat(committed("TEA-100")).isZero();
    }

    @Test
    void sendsNothingTwiceWhenThePaymentOfAnOrderTheFileCallsShippedIsConfirmed() {
        OrderInTheMaking making = desk.anOrder().with(2, "TEA-100");
        Placed placed = desk.place(making);
        desk.accept(making.asTheFileSays(SourceStatus.SHIPPED).snapshot());
        assertThat(desk.details(placed.id()).summary().payment()).isEqualTo(PaymentStatus.UNPAID);
        desk.merchant().run(() -> desk.orders().confirmPayment(placed.id(), "银行到账已核对"));
        assertThat(desk.details(placed.id()).summary().anchor()).isEqualTo(Anchor.SHIPPED);
        assertThat(kinds(desk.details(placed.id()))).doesNotContain(FactKind.RELEASED);
        assertThat(onHand("TEA-100")).isEqualTo(98);
    }

    @Test
    void takesThePaymentThatIsProvedOnlyWhenTheOrderIsCompleted() {
        OrderInTheMaking making = desk.anOrder().with(2, "TEA-100");
        Placed placed = desk.place(making.asTheFileSays(SourceStatus.SHIPPED));
        var result = (AcceptResult.Updated)
                desk.accept(making.proved().now(SourceStatus.COMPLETED).snapshot());
        assertThat(result.changes()).containsExactly("PAID", "COMPLETED");
        assertThat(desk.details(placed.id()).money().paid()).isEqualTo(2_000);
    }

    private long payments() {
        return jdbc.sql("select count(*) from payment where tenant_id = :tenant")
                .param("tenant", desk.merchant().id())
                .query(Long.class)
                .single();
    }

    private long sold() {
        var day = desk.merchant().tenant().dayOf(clock.instant());
        return desk
                .merchant()
                .call(() -> beans.getBean(OrderFigures.class).shopDays(day.minusDays(1), day.plusDays(1)))
                .stream()
                .mapToLong(ShopDayFigures::sold)
                .sum();
    }

    @Test
    void recognisesTheBuyerAndCountsPurchases() {
        placed(desk.anOrder().with(1, "TEA-100").to("陈晓蓉", "13800138000").paid());
        OrderDetails second = placed(
                desk.anOrder().with(1, "TEA-100").to("陈晓蓉", "+86 138-0013-8000").paid());
        assertThat(second.purchases()).isEqualTo(2);
        assertThat(second.receiver().phone()).isEqualTo("138****8000");
        assertThat(second.receiver().name()).isEqualTo("陈*蓉");
    }

    @Test
    void numbersOrdersByTheMerchantsDay() {
        OrderDetails first = placed(desk.anOrder().with(1, "TEA-100").paid());
        OrderDetails second = placed(desk.anOrder().with(1, "TEA-100").paid());
        String day = desk.merchant()
                .tenant()
                .dayOf(clock.instant())
                .format(java.time.format.DateTimeFormatter.ofPattern("yyMMdd"));
        assertThat(first.number()).isEqualTo(day + "-0001");
        assertThat(second.number()).isEqualTo(day + "-0002");
    }

    @Test
    void storesNoContactDataInClear() {
        Placed placed = desk.place(desk.anOrder().with(1, "TEA-100").to("欧阳晓蓉", "13800138000"));
        for (String table : List.of("orders", "orders_aud")) {
            String row = jdbc
                    .sql("select * from " + table + " where tenant_id = :tenant and id = :id")
                    .param("tenant", desk.merchant().id())
                    .param("id", Ids.bytes(placed.id()))
                    .query()
                    .listOfRows()
                    .stream()
                    .flatMap(found -> found.values().stream())
                    .map(value -> value instanceof byte[] bytes
                            ? new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                            : String.valueOf(value))
                    .toList()
                    .toString();
            assertThat(row).contains("欧*蓉").doesNotContain("欧阳晓蓉", "13800138000", "478号");
        }
    }

    private OrderDetails placed(OrderInTheMaking making) {
        return desk.details(desk.place(making).id());
    }

    private List<HistoryEntry> history(Placed placed) {
        return desk.merchant().call(() -> queries.history(placed.id()));
    }

    private com.dingshu.customers.Contact reveal(Placed placed) {
        return desk.merchant().call(() -> queries.revealContact(placed.id())).orElseThrow();
    }

    private List<FactKind> kinds(OrderDetails order) {
        return desk.merchant().call(() -> queries.timeline(order.id())).stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    private int committed(String code) {
        return figures(code).committed();
    }

    private int reserved(String code) {
        return figures(code).reserved();
    }

    private int onHand(String code) {
        return figures(code).onHand();
    }

    private StockFigures figures(String code) {
        return desk.merchant().call(() -> stock.balance(code)).orElseThrow().total();
    }
}
