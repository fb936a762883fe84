package com.dingshu.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.inventory.StockFigures;
import com.dingshu.inventory.StockQueries;
import com.dingshu.shared.Ids;
import com.dingshu.testing.Desk;
import com.dingshu.testing.Desk.Placed;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.OrderInTheMaking;
import com.dingshu.testing.StockInvariants;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Money that goes back before the goods have left, and channels that pay or forbid in their own time. */
@IntegrationTest
class OrderRefundsIT {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private OrderQueries queries;

    @Autowired
    private StockQueries stock;

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
    void sendsOnlyWhatIsNotRefunded() {
        OrderInTheMaking making = desk.anOrder()
                .with(3, "TEA-100", 1_000)
                .with(1, "CUP-150", 2_000)
                .less(500, 0, 0)
                .paid();
        Placed placed = desk.place(making);
        assertThat(details(placed).summary().anchor()).isEqualTo(Anchor.PICKING);

        assertThat(changes(making.only(2, "TEA-100").only(0, "CUP-150"))).containsExactly("PIECES_REFUNDED");
        OrderDetails held = details(placed);
        assertThat(held.summary().anchor()).isEqualTo(Anchor.PAID);
        assertThat(held.summary().stage()).isEqualTo(Stage.EXCEPTION);
        assertThat(held.summary().blockedBy().args()).containsExactly("AFTER_SALES", "pieces-refunded", "2");
        assertThat(held.summary().afterSales()).isEqualTo(AfterSalesFlag.PIECES_REFUNDED);
        assertThat(held.summary().payment()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(held.lines()).extracting(OrderDetails.Line::quantity).containsExactly(3, 1);
        assertThat(held.lines()).extracting(OrderDetails.Line::withdrawn).containsExactly(1, 1);
        assertThat(held.lines()).extracting(OrderDetails.Line::payable).containsExactly(2_700L, 1_800L);
        assertThat(held.money().due()).isEqualTo(4_500);
        assertThat(held.money().refunded()).isEqualTo(900 + 1_800);
        assertThat(figures("TEA-100").committed()).isEqualTo(2);
        assertThat(figures("CUP-150").committed()).isZero();
        assertThat(kinds(placed)).contains(FactKind.TAKEN_BACK, FactKind.PIECES_REFUNDED);

        assertThat(desk.accept(making.later(Duration.ofMinutes(1)).snapshot()))
                .isInstanceOf(AcceptResult.Unchanged.class);
        lift(placed, "余下的照发");
        assertThat(details(placed).summary().anchor()).isEqualTo(Anchor.PICKING);
        assertThat(released(placed)).contains("\"quantity\":2").doesNotContain("CUP-150", "\"quantity\":3");
        assertThat(StockInvariants.violations(desk.merchant().id())).isEmpty();
    }

    @Test
    void givesBackOnlyWhatIsLeftOfThePaymentWhenTheRestIsCalledOffToo() {
        OrderInTheMaking making = desk.anOrder()
                .with(3, "TEA-100", 1_001)
                .with(1, "CUP-150", 999)
                .freight(600)
                .paid();
        Placed placed = desk.place(making);
        desk.accept(making.only(1, "TEA-100").snapshot());
        desk.accept(making.now(SourceStatus.CANCELLED).snapshot());
        OrderDetails order = details(placed);
        assertThat(order.summary().anchor()).isEqualTo(Anchor.CANCELLED);
        assertThat(order.summary().blockedBy().kind()).isEqualTo(BlockedBy.Kind.REFUND_DUE);
        assertThat(order.money().refunded()).isEqualTo(2_002);
        assertThat(event(placed, "OrderCancelled")).contains("\"refundMinor\":2600");
        assertThat(figures("TEA-100").committed()).isZero();
    }

    @Test
    void knowsThePiecesThatWereRefundedBeforeItHeardOfThePayment() {
        OrderInTheMaking making = desk.anOrder().with(3, "TEA-100").with(1, "CUP-150");
        Placed placed = desk.place(making);
        assertThat(changes(making.only(0, "CUP-150").paid())).containsExactly("PIECES_REFUNDED", "PAID");
        assertThat(details(placed).summary().blockedBy().args()).startsWith("AFTER_SALES", "pieces-refunded");
        assertThat(details(placed).summary().payment()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(figures("CUP-150").committed() + figures("CUP-150").reserved())
                .isZero();
        assertThat(figures("TEA-100").committed()).isEqualTo(3);
        assertThat(StockInvariants.violations(desk.merchant().id())).isEmpty();
    }

    @Test
    void waitsWhileTheBuyerAsksForMoneyBackAndGoesOnWhenNothingComesOfIt() {
        OrderInTheMaking making =
                desk.anOrder().with(3, "TEA-100").with(1, "CUP-150").paid();
        Placed placed = desk.place(making);
        assertThat(changes(making.askingBack(true, "CUP-150"))).containsExactly("REFUND_ASKED");
        OrderDetails held = details(placed);
        assertThat(held.summary().stage()).isEqualTo(Stage.EXCEPTION);
        assertThat(held.summary().blockedBy().args()).containsExactly("AFTER_SALES", "refund-asked");
        assertThat(held.summary().afterSales()).isEqualTo(AfterSalesFlag.REFUND_ASKED);
        assertThat(held.lines()).extracting(OrderDetails.Line::refundAsked).containsExactly(false, true);
        assertThat(kinds(placed)).contains(FactKind.REFUND_ASKED);

        lift(placed, "买家同意先发");
        assertThat(desk.accept(making.later(Duration.ofMinutes(1)).snapshot()))
                .isInstanceOf(AcceptResult.Unchanged.class);
        assertThat(details(placed).summary().stage()).isEqualTo(Stage.TO_SHIP);
        desk.accept(making.askingBack(true, "TEA-100").snapshot());
        assertThat(details(placed).summary().stage()).isEqualTo(Stage.EXCEPTION);

        assertThat(changes(making.askingBack(false, "TEA-100").askingBack(false, "CUP-150")))
                .containsExactly("REFUND_SETTLED");
        assertThat(details(placed).summary().stage()).isEqualTo(Stage.TO_SHIP);
        assertThat(details(placed).summary().afterSales()).isNull();
    }

    @Test
    void holdsANewOrderForWhichMoneyIsAskedBack() {
        Placed placed = desk.place(
                desk.anOrder().with(1, "TEA-100").askingBack(true, "TEA-100").paid());
        assertThat(details(placed).summary().anchor()).isEqualTo(Anchor.PAID);
        assertThat(details(placed).summary().blockedBy().args()).containsExactly("AFTER_SALES", "refund-asked");
        assertThat(details(placed).summary().afterSales()).isEqualTo(AfterSalesFlag.REFUND_ASKED);
    }

    @Test
    void keepsAPaidOrderTheChannelForbidsToSendUntilItMayBeSent() {
        OrderInTheMaking making = desk.anOrder().with(2, "TEA-100").now(SourceStatus.PAID_WAITING);
        Placed placed = desk.place(making);
        OrderDetails waiting = details(placed);
        assertThat(waiting.summary().anchor()).isEqualTo(Anchor.PAID);
        assertThat(waiting.summary().payment()).isEqualTo(PaymentStatus.PAID);
        assertThat(waiting.summary().blockedBy().args()).containsExactly("MANUAL", "channel-forbids");
        assertThat(figures("TEA-100").committed()).isEqualTo(2);
        assertThat(changes(making.paid())).containsExactly("MAY_BE_SENT");
        assertThat(details(placed).summary().anchor()).isEqualTo(Anchor.PICKING);
    }

    @Test
    void keepsAKnownOrderTheChannelForbidsToSend() {
        OrderInTheMaking making = desk.anOrder().with(2, "TEA-100");
        Placed placed = desk.place(making);
        assertThat(changes(making.now(SourceStatus.PAID_WAITING))).containsExactly("PAID");
        assertThat(details(placed).summary().anchor()).isEqualTo(Anchor.PAID);
        assertThat(details(placed).summary().blockedBy().args()).containsExactly("MANUAL", "channel-forbids");
        desk.accept(making.paid().snapshot());
        assertThat(details(placed).summary().anchor()).isEqualTo(Anchor.PICKING);
    }

    @Test
    void takesNoParcelForAPayment() {
        OrderInTheMaking sent = desk.anOrder().with(2, "TEA-100").onAccount().now(SourceStatus.SHIPPED);
        OrderInTheMaking known = desk.anOrder().with(3, "TEA-100").onAccount();
        Placed first = desk.place(sent);
        Placed second = desk.place(known);
        assertThat(changes(known.now(SourceStatus.SHIPPED))).containsExactly("SHIPPED_ELSEWHERE");
        for (Placed placed : List.of(first, second)) {
            assertThat(details(placed).summary().anchor()).isEqualTo(Anchor.SHIPPED);
            assertThat(details(placed).summary().payment()).isEqualTo(PaymentStatus.UNPAID);
            assertThat(details(placed).money().paid()).isZero();
        }
        assertThat(figures("TEA-100").onHand()).isEqualTo(97);
        assertThat(changes(sent.settled())).containsExactly("PAID");
        assertThat(changes(known.now(SourceStatus.COMPLETED).settled())).containsExactly("PAID", "COMPLETED");
        for (Placed placed : List.of(first, second)) {
            assertThat(details(placed).summary().payment()).isEqualTo(PaymentStatus.PAID);
            assertThat(kinds(placed)).contains(FactKind.PAID).doesNotContain(FactKind.PAID_LATE);
        }
        assertThat(StockInvariants.violations(desk.merchant().id())).isEmpty();
    }

    private List<String> changes(OrderInTheMaking making) {
        return ((AcceptResult.Updated) desk.accept(making.snapshot())).changes();
    }

    private void lift(Placed placed, String why) {
        UUID hold = details(placed).holds().stream()
                .filter(one -> one.state() == HoldState.ACTIVE)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(desk.merchant().call(() -> desk.orders().releaseHold(placed.id(), hold, why)))
                .isInstanceOf(OrderResult.Done.class);
    }

    private OrderDetails details(Placed placed) {
        return desk.details(placed.id());
    }

    private List<FactKind> kinds(Placed placed) {
        return desk.merchant().call(() -> queries.timeline(placed.id())).stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    private StockFigures figures(String code) {
        return desk.merchant().call(() -> stock.balance(code)).orElseThrow().total();
    }

    /** The order as it was handed to the warehouse the last time. */
    private String released(Placed placed) {
        return event(placed, "OrderReleased");
    }

    private String event(Placed placed, String type) {
        return jdbc.sql("""
                        select payload from event_outbox
                        where tenant_id = :tenant and aggregate_id = :id and event_type like :type order by id desc limit 1""")
                .param("tenant", desk.merchant().id())
                .param("id", Ids.bytes(placed.id()))
                .param("type", "%" + type)
                .query(String.class)
                .single();
    }
}
