package com.dingshu.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.customers.Contact;
import com.dingshu.fulfilment.FulfilmentState;
import com.dingshu.fulfilment.ParcelInfo;
import com.dingshu.fulfilment.Parcels;
import com.dingshu.identity.Roles;
import com.dingshu.inventory.StockFigures;
import com.dingshu.inventory.StockQueries;
import com.dingshu.orders.OrderResult.Reason;
import com.dingshu.shared.Ids;
import com.dingshu.shared.PostalAddress;
import com.dingshu.tenancy.AccessDenied;
import com.dingshu.tenancy.Actor;
import com.dingshu.testing.Desk;
import com.dingshu.testing.Desk.Placed;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.OrderInTheMaking;
import com.dingshu.testing.StockInvariants;
import com.dingshu.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What people may do with an order, from where, and what follows for stock and warehouse. */
@IntegrationTest
class OrderStepsIT {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private OrderQueries queries;

    @Autowired
    private OrderProgress progress;

    @Autowired
    private OrderSettings settings;

    @Autowired
    private StockQueries stock;

    @Autowired
    private Parcels parcels;

    @Autowired
    private Roles roles;

    @Autowired
    private TestClock clock;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(beans);
        desk.stocked("TEA-100", 10);
    }

    @AfterEach
    void booksAreRight() {
        clock.reset();
        assertThat(StockInvariants.violations(desk.merchant().id())).isEmpty();
    }

    @Nested
    class Cancelling {

        @Test
        void releasesWhatAnUnpaidOrderHeld() {
            UUID order = unpaid();
            assertDone(cancel(order), Anchor.CANCELLED);
            assertThat(figures().reserved()).isZero();
            assertThat(details(order).summary().payment()).isEqualTo(PaymentStatus.CLOSED);
            assertThat(details(order).summary().blockedBy()).isEqualTo(BlockedBy.NOTHING);
        }

        @Test
        void releasesWhatAPaidOrderHadCommittedAndOwesTheMoney() {
            UUID order = inReview();
            assertDone(cancel(order), Anchor.CANCELLED);
            assertThat(figures().committed()).isZero();
            assertThat(details(order).summary().blockedBy().kind()).isEqualTo(BlockedBy.Kind.REFUND_DUE);
            assertThat(details(order).summary().clock().state()).isEqualTo(ClockState.NONE);
        }

        @Test
        void stopsTheParcelInTheWarehouse() {
            UUID order = picking();
            assertThat(parcel(order).state()).isEqualTo(FulfilmentState.OPEN);
            assertDone(cancel(order), Anchor.CANCELLED);
            desk.merchant().settle();
            assertThat(parcel(order).state()).isEqualTo(FulfilmentState.CANCELLED);
            assertThat(figures().committed()).isZero();
            assertThat(figures().onHand()).isEqualTo(10);
        }

        @Test
        void comesBeforeTheWarehouseHasHeardOfTheRelease() {
            UUID order = desk.place(desk.anOrder().with(2, "TEA-100").paid()).id();
            assertDone(cancel(order), Anchor.CANCELLED);
            desk.merchant().settle();
            assertThat(parcelsOf(order)).allMatch(parcel -> parcel.state() == FulfilmentState.CANCELLED);
        }

        @Test
        void comesTooLateOnceItHasLeft() {
            UUID order = shipped();
            assertRefused(cancel(order), Reason.WRONG_STATE);
            assertThat(anchor(order)).isEqualTo(Anchor.SHIPPED);
        }

        @Test
        void happensOnceAndSaysSo() {
            UUID order = picking();
            cancel(order);
            assertThat(cancel(order)).isInstanceOf(OrderResult.Already.class);
            assertThat(kinds(order)).filteredOn(FactKind.CANCELLED::equals).hasSize(1);
        }

        @Test
        void needsAReason() {
            UUID order = picking();
            assertRefused(as("support-supervisor", () -> desk.orders().cancel(order, "  ")), Reason.REASON_MISSING);
            assertThat(anchor(order)).isEqualTo(Anchor.PICKING);
        }

        @Test
        void doesNotHappenToWhatIsClosedOtherwise() {
            UUID expired = unpaid();
            clock.advance(Duration.ofMinutes(16));
            desk.merchant().settle();
            assertRefused(cancel(expired), Reason.WRONG_STATE);
            assertThat(anchor(expired)).isEqualTo(Anchor.EXPIRED);
        }

        @Test
        void endsEveryHold() {
            UUID order = inReview();
            act(() -> desk.orders().hold(order, HoldReason.MANUAL, "等买家回电"));
            cancel(order);
            assertThat(details(order).holds())
                    .extracting(OrderDetails.Hold::state)
                    .containsOnly(HoldState.EXPIRED);
        }

        private OrderResult cancel(UUID order) {
            return as("support-supervisor", () -> desk.orders().cancel(order, "买家取消"));
        }
    }

    @Nested
    class Voiding {

        @Test
        void isForSupervisorsOnly() {
            UUID order = inReview();
            for (String role : List.of("operations", "support-agent", "warehouse-lead", "owner")) {
                assertThatThrownBy(() -> as(role, () -> desk.orders().voidOrder(order, "重复下单")))
                        .isInstanceOf(AccessDenied.class);
            }
            assertThat(anchor(order)).isEqualTo(Anchor.PAID);
            assertDone(as("support-supervisor", () -> desk.orders().voidOrder(order, "重复下单")), Anchor.VOIDED);
        }

        @Test
        void releasesStockKeepsTheReasonAndOwesTheMoney() {
            UUID order = inReview();
            as("support-supervisor", () -> desk.orders().voidOrder(order, "重复下单"));
            assertThat(figures().committed()).isZero();
            assertThat(details(order).summary().blockedBy().kind()).isEqualTo(BlockedBy.Kind.REFUND_DUE);
            assertThat(timeline(order).getLast().reason()).isEqualTo("重复下单");
            assertThat(desk.merchant()
                            .call(() -> queries.history(order))
                            .getFirst()
                            .reason())
                    .isEqualTo("重复下单");
        }

        @Test
        void needsAReasonAndHappensOnce() {
            UUID order = unpaid();
            assertRefused(act(() -> desk.orders().voidOrder(order, "")), Reason.REASON_MISSING);
            assertDone(act(() -> desk.orders().voidOrder(order, "测试单")), Anchor.VOIDED);
            assertThat(act(() -> desk.orders().voidOrder(order, "测试单"))).isInstanceOf(OrderResult.Already.class);
            assertThat(figures().reserved()).isZero();
        }

        @Test
        void comesTooLateOnceTheWarehouseHasIt() {
            UUID order = picking();
            assertRefused(act(() -> desk.orders().voidOrder(order, "重复下单")), Reason.WRONG_STATE);
        }
    }

    @Nested
    class Reviewing {

        @Test
        void sendsTheApprovedOrderToTheWarehouse() {
            UUID order = inReview();
            assertDone(as("operations", () -> desk.orders().approve(order, "已与买家确认")), Anchor.PICKING);
            desk.merchant().settle();
            assertThat(parcel(order).state()).isEqualTo(FulfilmentState.OPEN);
        }

        @Test
        void approvesOnce() {
            UUID order = inReview();
            act(() -> desk.orders().approve(order, null));
            assertThat(act(() -> desk.orders().approve(order, null))).isInstanceOf(OrderResult.Already.class);
            assertThat(kinds(order)).filteredOn(FactKind.APPROVED::equals).hasSize(1);
        }

        @Test
        void waitsForTheHoldToBeLiftedFirst() {
            UUID order = inReview();
            act(() -> desk.orders().hold(order, HoldReason.BEHAVIOUR_RISK, "收货地址集中"));
            assertRefused(act(() -> desk.orders().approve(order, null)), Reason.ON_HOLD);
        }

        @Test
        void leavesARejectedOrderOnlyToBeCancelled() {
            UUID order = inReview();
            assertDone(act(() -> desk.orders().reject(order, "疑似刷单")), Anchor.PAID);
            assertThat(act(() -> desk.orders().reject(order, "疑似刷单"))).isInstanceOf(OrderResult.Already.class);
            assertThat(details(order).summary().stage()).isEqualTo(Stage.EXCEPTION);
            assertThat(details(order).summary().blockedBy().kind()).isEqualTo(BlockedBy.Kind.REJECTED);
            assertThat(figures().committed()).isEqualTo(2);
            assertRefused(act(() -> desk.orders().approve(order, null)), Reason.WRONG_STATE);
            assertRefused(act(() -> desk.orders().release(order)), Reason.NOT_APPROVED);
            assertDone(act(() -> desk.orders().cancel(order, "疑似刷单")), Anchor.CANCELLED);
            assertThat(figures().committed()).isZero();
        }

        @Test
        void takesAnApprovalBackBeforePicking() {
            UUID order = paidAndWaiting();
            assertDone(as("operations", () -> desk.orders().unapprove(order, "金额再核")), Anchor.PAID);
            assertThat(details(order).summary().review()).isEqualTo(ReviewStatus.PENDING);
            assertThat(details(order).summary().stage()).isEqualTo(Stage.REVIEW);
            assertThat(figures().committed()).isEqualTo(2);
            assertThat(act(() -> desk.orders().unapprove(order, "金额再核"))).isInstanceOf(OrderResult.Already.class);
            assertRefused(act(() -> desk.orders().release(order)), Reason.NOT_APPROVED);
            act(() -> desk.orders().approve(order, "核过了"));
            assertThat(details(order).summary().review()).isEqualTo(ReviewStatus.APPROVED);
        }

        @Test
        void keepsTheApprovalOnceTheWarehouseHasIt() {
            UUID order = picking();
            assertRefused(act(() -> desk.orders().unapprove(order, "金额再核")), Reason.WRONG_STATE);
            assertThatThrownBy(
                            () -> as("support-supervisor", () -> desk.orders().unapprove(order, "金额再核")))
                    .isInstanceOf(AccessDenied.class);
        }
    }

    @Nested
    class TakingBack {

        @Test
        void stopsTheWarehouseAndKeepsThePieces() {
            UUID order = picking();
            act(() -> progress.picked(order, clock.instant()));
            assertDone(as("warehouse-lead", () -> desk.orders().takeBack(order, "缺包装")), Anchor.PAID);
            desk.merchant().settle();
            assertThat(parcel(order).state()).isEqualTo(FulfilmentState.CANCELLED);
            assertThat(figures().committed()).isEqualTo(2);
            assertThat(details(order).facts().releasedAt()).isNull();
            assertThat(details(order).facts().pickedAt()).isNull();
            assertThat(details(order).summary().stage()).isEqualTo(Stage.TO_SHIP);
        }

        @Test
        void opensANewParcelWhenItIsReleasedAgain() {
            UUID order = picking();
            act(() -> desk.orders().takeBack(order, "缺包装"));
            desk.merchant().settle();
            assertDone(act(() -> desk.orders().release(order)), Anchor.PICKING);
            desk.merchant().settle();
            assertThat(parcelsOf(order))
                    .extracting(ParcelInfo::state)
                    .containsExactlyInAnyOrder(FulfilmentState.CANCELLED, FulfilmentState.OPEN);
        }

        @Test
        void opensANewParcelAlsoWhenTheWarehouseHearsOfBothAtOnce() {
            UUID order = picking();
            act(() -> desk.orders().takeBack(order, "缺包装"));
            act(() -> desk.orders().release(order));
            desk.merchant().settle();
            assertThat(parcelsOf(order))
                    .extracting(ParcelInfo::state)
                    .containsExactlyInAnyOrder(FulfilmentState.CANCELLED, FulfilmentState.OPEN);
        }

        @Test
        void opensNothingWhenItWasTakenBackBeforeTheWarehouseHeard() {
            UUID order = desk.place(desk.anOrder().with(2, "TEA-100").paid()).id();
            act(() -> desk.orders().takeBack(order, "缺包装"));
            desk.merchant().settle();
            assertThat(parcelsOf(order)).isEmpty();
            act(() -> desk.orders().release(order));
            desk.merchant().settle();
            assertThat(parcel(order).state()).isEqualTo(FulfilmentState.OPEN);
        }

        @Test
        void isNothingForWhatIsNotThereOrHasLeft() {
            UUID waiting = paidAndWaiting();
            assertThat(act(() -> desk.orders().takeBack(waiting, "缺包装"))).isInstanceOf(OrderResult.Already.class);
            UUID gone = shipped();
            assertRefused(act(() -> desk.orders().takeBack(gone, "缺包装")), Reason.WRONG_STATE);
        }
    }

    @Nested
    class Holding {

        @Test
        void stopsTheClockUntilItIsLifted() {
            UUID order = picking();
            var due = details(order).summary().clock().dueAt();
            assertDone(
                    as("warehouse-lead", () -> desk.orders().hold(order, HoldReason.MANUAL, "外箱破损")), Anchor.PICKING);
            assertThat(details(order).summary().clock().state()).isEqualTo(ClockState.PAUSED);
            assertThat(details(order).summary().stage()).isEqualTo(Stage.EXCEPTION);
            clock.advance(Duration.ofMinutes(30));
            UUID hold = details(order).holds().getFirst().id();
            assertDone(act(() -> desk.orders().releaseHold(order, hold, "换箱了")), Anchor.PICKING);
            assertThat(details(order).summary().clock().state()).isEqualTo(ClockState.RUNNING);
            assertThat(Duration.between(due, details(order).summary().clock().dueAt()))
                    .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(31));
        }

        @Test
        void isPlacedAndLiftedOnce() {
            UUID order = inReview();
            act(() -> desk.orders().hold(order, HoldReason.MANUAL, "等回电"));
            assertThat(act(() -> desk.orders().hold(order, HoldReason.MANUAL, "等回电")))
                    .isInstanceOf(OrderResult.Already.class);
            UUID hold = details(order).holds().getFirst().id();
            act(() -> desk.orders().releaseHold(order, hold, "回了"));
            assertThat(act(() -> desk.orders().releaseHold(order, hold, "回了"))).isInstanceOf(OrderResult.Already.class);
            assertRefused(act(() -> desk.orders().releaseHold(order, Ids.next(), "回了")), Reason.NOTHING_TO_DO);
            assertThat(details(order).holds()).singleElement().satisfies(lifted -> {
                assertThat(lifted.state()).isEqualTo(HoldState.RELEASED);
                assertThat(lifted.text()).isEqualTo("等回电");
                assertThat(lifted.endReason()).isEqualTo("回了");
            });
        }

        @Test
        void leavesPaymentAndShortageToTheHub() {
            UUID order = picking();
            for (HoldReason own : List.of(HoldReason.AWAITING_PAYMENT, HoldReason.SHORTAGE)) {
                assertRefused(act(() -> desk.orders().hold(order, own, "不行")), Reason.WRONG_STATE);
            }
        }

        @Test
        void liftsAShortageOnlyWhenThePiecesCanBeHad() {
            UUID order = desk.place(desk.anOrder().with(12, "TEA-100").paid()).id();
            UUID hold = details(order).holds().getFirst().id();
            assertRefused(act(() -> desk.orders().releaseHold(order, hold, "硬发")), Reason.SHORT_OF_STOCK);
            desk.receive("TEA-100", 2);
            assertDone(act(() -> desk.orders().releaseHold(order, hold, "到货")), Anchor.PICKING);
            assertThat(figures().committed()).isEqualTo(12);
        }

        @Test
        void sendsAnOrderOnWhoseOnlyDoubtItWas() {
            UUID order = desk.place(desk.anOrder()
                            .with(1, "TEA-100")
                            .to(new SnapshotReceiver("陈晓蓉", "13800138000", "CN", "", "", "", "文三路478号", "", false))
                            .paid())
                    .id();
            UUID hold = details(order).holds().getFirst().id();
            assertDone(act(() -> desk.orders().releaseHold(order, hold, "老客户，地址认得")), Anchor.PICKING);
        }

        @Test
        void isNothingForWhatIsClosed() {
            UUID order = unpaid();
            act(() -> desk.orders().cancel(order, "买家取消"));
            assertRefused(act(() -> desk.orders().hold(order, HoldReason.MANUAL, "等回电")), Reason.WRONG_STATE);
        }
    }

    @Nested
    class ConfirmingAPayment {

        @Test
        void countsOnce() {
            UUID order = desk.place(desk.anOrder().with(2, "TEA-100").paidAsTheFileSays())
                    .id();
            assertDone(act(() -> desk.orders().confirmPayment(order, "银行到账已核对")), Anchor.PICKING);
            long paid = details(order).money().paid();
            assertThat(act(() -> desk.orders().confirmPayment(order, "银行到账已核对")))
                    .isInstanceOf(OrderResult.Already.class);
            assertThat(details(order).money().paid()).isEqualTo(paid).isEqualTo(2_000);
            assertThat(kinds(order)).filteredOn(FactKind.PAID::equals).hasSize(1);
            assertThat(figures().committed()).isEqualTo(2);
        }

        @Test
        void needsADeclaredPayment() {
            UUID order = unpaid();
            assertRefused(act(() -> desk.orders().confirmPayment(order, "口头说付了")), Reason.NOTHING_TO_DO);
            assertThat(anchor(order)).isEqualTo(Anchor.PENDING_CONFIRMATION);
        }
    }

    @Nested
    class EditingTheContact {

        private static final EditContact NEW = new EditContact(
                "林小满", "139 0013 9000", new PostalAddress("CN", "广东省", "广州市", "天河区", "体育西路103号", "510620"));

        @Test
        void isForSupportAndPricesAreForNobody() {
            UUID order = unpaid();
            long due = details(order).money().due();
            assertDone(
                    as("support-agent", () -> desk.orders().editContact(order, NEW, "买家来电")),
                    Anchor.PENDING_CONFIRMATION);
            assertThat(contact(order).name()).isEqualTo("林小满");
            assertThat(details(order).money().due()).isEqualTo(due);
            for (Callable<OrderResult> forbidden : List.<Callable<OrderResult>>of(
                    () -> desk.orders().approve(order, null),
                    () -> desk.orders().cancel(order, "x"),
                    () -> desk.orders().hold(order, HoldReason.MANUAL, "x"),
                    () -> desk.orders().confirmPayment(order, "x"),
                    () -> desk.orders().release(order))) {
                assertThatThrownBy(() -> as("support-agent", forbidden)).isInstanceOf(AccessDenied.class);
            }
            assertThatThrownBy(() -> as("support-agent", () -> desk.orders().accept(List.of())))
                    .isInstanceOf(AccessDenied.class);
        }

        @Test
        void changesOnlyWhatIsNamed() {
            UUID order = unpaid();
            Contact before = contact(order);
            act(() -> desk.orders().editContact(order, new EditContact(null, "13900139000", null), null));
            assertThat(contact(order)).isEqualTo(new Contact(before.name(), "13900139000", before.address()));
            assertThat(act(() -> desk.orders().editContact(order, new EditContact(null, "13900139000", null), null)))
                    .isInstanceOf(OrderResult.Already.class);
            assertThat(kinds(order))
                    .filteredOn(FactKind.CONTACT_CHANGED::equals)
                    .hasSize(1);
        }

        @Test
        void isFoundByTheNewNumberAndNoMoreByTheOld() {
            UUID order = desk.place(desk.anOrder().with(1, "TEA-100").to("陈晓蓉", "13800138000"))
                    .id();
            act(() -> desk.orders().editContact(order, NEW, "买家来电"));
            assertThat(found("13900139000")).containsExactly(order);
            assertThat(found("13800138000")).isEmpty();
        }

        @Test
        void letsAnOrderGoWhoseAddressIsWholeNow() {
            UUID order = desk.place(desk.anOrder()
                            .with(1, "TEA-100")
                            .to(new SnapshotReceiver("陈晓蓉", "13800138000", "CN", "", "", "", "文三路478号", "", false))
                            .paid())
                    .id();
            assertDone(as("support-agent", () -> desk.orders().editContact(order, NEW, "补全地址")), Anchor.PICKING);
        }

        @Test
        void losesTheNumberThatTheWarehouseTakesBackForIt() {
            UUID order = picking();
            act(() -> progress.labelled(order, "SF", "SF1"));
            act(() -> progress.waybillTakenBack(order, "SF1", true));
            assertThat(details(order).summary().waybillNo()).isNull();
        }

        @Test
        void comesTooLateOnceItHasLeft() {
            UUID order = shipped();
            assertRefused(act(() -> desk.orders().editContact(order, NEW, "买家来电")), Reason.WRONG_STATE);
        }
    }

    @Nested
    class Noting {

        @Test
        void isForWhomeverServesTheCustomer() {
            UUID order = shipped();
            assertDone(as("public-relations", () -> desk.orders().addNote(order, " 媒体询问过这一单 ")), Anchor.SHIPPED);
            assertThat(details(order).notes()).singleElement().satisfies(note -> {
                assertThat(note.text()).isEqualTo("媒体询问过这一单");
                assertThat(note.author()).isEqualTo("public-relations");
            });
            assertThatThrownBy(() -> as("finance", () -> desk.orders().addNote(order, "x")))
                    .isInstanceOf(AccessDenied.class);
        }

        @Test
        void hasALength() {
            UUID order = unpaid();
            assertRefused(act(() -> desk.orders().addNote(order, " ")), Reason.NOTHING_TO_DO);
            assertRefused(act(() -> desk.orders().addNote(order, "长".repeat(2_001))), Reason.TOO_LONG);
            assertDone(act(() -> desk.orders().addNote(order, "长".repeat(2_000))), Anchor.PENDING_CONFIRMATION);
        }
    }

    @Test
    void knowsNoOrderOfAnotherMerchant() {
        UUID order = unpaid();
        Desk other = Desk.open(beans);
        assertThatThrownBy(() -> other.merchant().call(() -> other.orders().cancel(order, "x")))
                .isInstanceOf(UnknownOrder.class);
        assertThat(anchor(order)).isEqualTo(Anchor.PENDING_CONFIRMATION);
    }

    private UUID unpaid() {
        return desk.place(desk.anOrder().with(2, "TEA-100")).id();
    }

    private UUID inReview() {
        return desk.place(desk.anOrder().with(2, "TEA-100").note("请放快递柜").paid())
                .id();
    }

    /** Approved and committed, in a shop whose orders wait for a person to release them. */
    private UUID paidAndWaiting() {
        Rules usual = Rules.USUAL;
        desk.merchant()
                .run(() -> settings.save(new Rules(
                        usual.reviewAmounts(),
                        usual.stopBuyerNotes(),
                        false,
                        usual.target(),
                        usual.completeAfterDays())));
        OrderInTheMaking making = desk.anOrder().with(2, "TEA-100").paid();
        return desk.place(making).id();
    }

    private UUID picking() {
        Placed order = desk.place(desk.anOrder().with(2, "TEA-100").paid());
        desk.merchant().settle();
        assertThat(anchor(order.id())).isEqualTo(Anchor.PICKING);
        return order.id();
    }

    private UUID shipped() {
        OrderInTheMaking making = desk.anOrder().with(2, "TEA-100").paid();
        Placed order = desk.place(making);
        desk.accept(making.now(SourceStatus.SHIPPED).snapshot());
        desk.merchant().settle();
        assertThat(anchor(order.id())).isEqualTo(Anchor.SHIPPED);
        return order.id();
    }

    private <T> T as(String role, Callable<T> work) {
        Actor actor = new Actor(Actor.Kind.USER, Ids.next(), role, roles.permissionsOf(List.of(role)), null);
        return desk.merchant().call(actor, work);
    }

    private OrderResult act(Callable<OrderResult> step) {
        return desk.merchant().call(step);
    }

    private static void assertDone(OrderResult result, Anchor anchor) {
        assertThat(result).isInstanceOfSatisfying(OrderResult.Done.class, done -> assertThat(done.anchor())
                .isEqualTo(anchor));
    }

    private static void assertRefused(OrderResult result, Reason reason) {
        assertThat(result).isInstanceOfSatisfying(OrderResult.Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(reason));
    }

    private OrderDetails details(UUID order) {
        return desk.details(order);
    }

    private Anchor anchor(UUID order) {
        return details(order).summary().anchor();
    }

    private Contact contact(UUID order) {
        return desk.merchant().call(() -> queries.revealContact(order)).orElseThrow();
    }

    private List<UUID> found(String text) {
        return desk.merchant().call(() -> queries.search(text)).stream()
                .map(hit -> hit.order().id())
                .toList();
    }

    private List<TimelineEntry> timeline(UUID order) {
        return desk.merchant().call(() -> queries.timeline(order));
    }

    private List<FactKind> kinds(UUID order) {
        return timeline(order).stream().map(TimelineEntry::kind).toList();
    }

    private List<ParcelInfo> parcelsOf(UUID order) {
        return desk.merchant().call(() -> parcels.ofOrder(order));
    }

    private ParcelInfo parcel(UUID order) {
        assertThat(parcelsOf(order)).hasSize(1);
        return parcelsOf(order).getFirst();
    }

    private StockFigures figures() {
        return desk.merchant()
                .call(() -> stock.balance("TEA-100"))
                .orElseThrow()
                .total();
    }
}
