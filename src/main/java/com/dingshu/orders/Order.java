package com.dingshu.orders;

import com.dingshu.inventory.ReservationResult.ShortNeed;
import com.dingshu.orders.OrderHold.Obstacle;
import com.dingshu.orders.OrderStates.HoldStep;
import com.dingshu.orders.OrderStates.ReviewStep;
import com.dingshu.orders.OrderStates.Step;
import com.dingshu.orders.events.OrderApproved;
import com.dingshu.orders.events.OrderCancelled;
import com.dingshu.orders.events.OrderCompleted;
import com.dingshu.orders.events.OrderContactChanged;
import com.dingshu.orders.events.OrderDelivered;
import com.dingshu.orders.events.OrderExpired;
import com.dingshu.orders.events.OrderHeld;
import com.dingshu.orders.events.OrderHoldReleased;
import com.dingshu.orders.events.OrderNotCollected;
import com.dingshu.orders.events.OrderOverdue;
import com.dingshu.orders.events.OrderPaid;
import com.dingshu.orders.events.OrderPlaced;
import com.dingshu.orders.events.OrderReleased;
import com.dingshu.orders.events.OrderReturnedToSender;
import com.dingshu.orders.events.OrderShipped;
import com.dingshu.orders.events.OrderShort;
import com.dingshu.orders.events.OrderTakenBack;
import com.dingshu.orders.events.OrderVoided;
import com.dingshu.orders.events.PaymentArrivedLate;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.envers.Audited;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One order. Its state changes by the verbs in here only; each asks {@link OrderStates} whether it exists from where the
 * order stands, keeps the fact as a time, and says what it has to tell. What the board shows follows from that in {@link
 * #settle}.
 */
@Entity(name = "SalesOrder")
@Table(name = "orders")
@Audited
class Order extends AuditedRow {

    /** So long a carrier may take to fetch a parcel before somebody is told. */
    static final Duration COLLECTED_WITHIN = Duration.ofHours(48);

    @Column(updatable = false)
    private String orderNumber;

    @Column(updatable = false)
    private UUID customerId;

    @Embedded
    private OrderSource source;

    @Embedded
    private OrderAmounts amounts;

    @Embedded
    private Receiver receiver;

    @Embedded
    private FactTimes times;

    @Embedded
    private FulfilmentClock clock;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Anchor anchor;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private PaymentStatus paymentStatus;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ReviewStatus reviewStatus;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable AfterSalesFlag afterSales;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Stage stage;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private BlockedBy.Kind blockedKind;

    private String blockedArgs;
    private int activeHolds;
    private String doubts;
    private @Nullable UUID warehouseId;
    private String carrier;
    private @Nullable String waybillNo;
    private String itemText;
    private int units;
    private String buyerNote;
    private String sellerNote;
    private String tags;
    private String ext;
    private @Nullable Instant shipBy;

    /** What the channel or a file says was paid and nothing proves yet. */
    private @Nullable String declaredPayment;

    /**
     * When time itself does something to the order: its payment time is over, it should have left, the carrier should have
     * it, it counts as completed.
     */
    private @Nullable Instant timerAt;

    @Transient
    private List<OrderHold> holds = new ArrayList<>();

    @Transient
    private List<OrderHold> newHolds = new ArrayList<>();

    @Transient
    private @Nullable Counted countedAs;

    @Transient
    private News news = new News();

    @SuppressWarnings("NullAway.Init")
    protected Order() {}

    Order(
            UUID id,
            String orderNumber,
            UUID customerId,
            ChannelOrderSnapshot snapshot,
            SnapshotAmounts money,
            Instant now) {
        super(id);
        this.orderNumber = orderNumber;
        this.customerId = customerId;
        this.source = new OrderSource(snapshot);
        this.amounts = new OrderAmounts(snapshot.currency(), money);
        this.receiver = new Receiver();
        this.times = new FactTimes(snapshot.orderedAt(), now);
        this.clock = new FulfilmentClock(snapshot.orderedAt());
        this.anchor = Anchor.PENDING_CONFIRMATION;
        this.paymentStatus = PaymentStatus.UNPAID;
        this.reviewStatus = ReviewStatus.APPROVED;
        this.stage = Stage.UNPAID;
        this.blockedKind = BlockedBy.Kind.NOTHING;
        this.blockedArgs = "";
        this.doubts = "";
        this.carrier = "";
        this.itemText = ItemText.of(snapshot.lines());
        this.units = snapshot.lines().stream().mapToInt(SnapshotLine::quantity).sum();
        this.buyerNote = snapshot.buyerNote();
        this.sellerNote = snapshot.sellerNote();
        this.tags = Packed.join(snapshot.tags());
        this.ext = Packed.json(snapshot.ext());
        this.shipBy = snapshot.shipBy();
        news.fact(FactKind.TAKEN_IN, now, null, snapshot.channel());
        news.event(new OrderPlaced(
                tenantId(), id, orderNumber, snapshot.shopId(), snapshot.channel(), customerId, snapshot.orderedAt()));
    }

    // ---- intake

    /** Unpaid: the reservation stands until the payment time is over. */
    void awaitPayment(Instant expiresAt) {
        this.timerAt = expiresAt;
    }

    /** Paid, says a source that proves nothing: somebody has to confirm it. */
    void declarePaid(SnapshotPayment payment, Instant now) {
        this.declaredPayment = Packed.join(List.of(payment.method(), payment.transactionNo()));
        this.timerAt = null;
        hold(Obstacle.of(HoldReason.AWAITING_PAYMENT, "unproven"), now);
    }

    /** First seen after its life was over elsewhere: kept as a fact, moves nothing. */
    void beginsAt(Anchor beginning, Instant at) {
        if (!OrderStates.begins(beginning)) {
            throw new IllegalStateException("No order begins at " + beginning);
        }
        this.anchor = beginning;
        switch (beginning) {
            case COMPLETED -> {
                times.shippedAt = at;
                times.completedAt = at;
                news.fact(FactKind.COMPLETED, at, null);
            }
            case SHIPPED -> {
                times.shippedAt = at;
                news.fact(FactKind.SHIPPED_ELSEWHERE, at, null);
            }
            case CANCELLED -> {
                times.closedAt = at;
                news.fact(FactKind.CANCELLED, at, null);
            }
            case PENDING_CONFIRMATION, PAID, PICKING, EXPIRED, VOIDED, RETURNED_TO_SENDER -> {}
        }
    }

    /** The rules have looked at it. */
    void judge(List<String> found, Instant now) {
        this.doubts = Packed.join(found);
        this.reviewStatus = found.isEmpty() ? ReviewStatus.APPROVED : ReviewStatus.PENDING;
        if (found.isEmpty()) {
            times.reviewedAt = now;
            news.fact(FactKind.REVIEW_PASSED, now, null);
            news.event(new OrderApproved(tenantId(), id(), orderNumber, true));
        }
    }

    // ---- stock

    void reserved(UUID warehouse, Instant now) {
        this.warehouseId = warehouse;
        this.times.reservedAt = now;
        if (lift(HoldReason.SHORTAGE, now, null) > 0) {
            news.fact(FactKind.STOCK_FOUND, now, null);
        }
    }

    void shortOf(List<ShortNeed> needs, Instant now) {
        String missing = Long.toString(needs.stream()
                .mapToLong(need -> Math.max(0L, need.wanted() - (long) need.available()))
                .sum());
        String code = paymentStatus == PaymentStatus.PAID && times.reservedAt != null ? "paid-but-short" : "short";
        if (hold(Obstacle.of(HoldReason.SHORTAGE, code, missing), now)) {
            news.fact(FactKind.SHORT, now, null, missing);
            news.event(new OrderShort(
                    tenantId(),
                    id(),
                    orderNumber,
                    needs.stream()
                            .map(need ->
                                    new OrderShort.Need(need.skuId(), need.wanted(), Math.max(0, need.available())))
                            .toList()));
        }
    }

    /** The next try to get its pieces. */
    void tryStockLater(Instant now) {
        holds.stream()
                .filter(hold -> hold.isActive() && hold.reason() == HoldReason.SHORTAGE)
                .forEach(hold -> hold.retryLater(now));
    }

    void stopTimer() {
        this.timerAt = null;
    }

    boolean isShort() {
        return holds.stream().anyMatch(hold -> hold.isActive() && hold.reason() == HoldReason.SHORTAGE);
    }

    // ---- payment

    boolean isExpired(Instant now) {
        return anchor == Anchor.PENDING_CONFIRMATION && timerAt != null && !now.isBefore(timerAt);
    }

    /** Verified payment. False when it does not exist from here. */
    boolean pay(ProvedPayment fact, Rules rules, Instant now) {
        boolean late = anchor == Anchor.EXPIRED;
        if (!move(late ? Step.PAY_LATE : Step.PAY)) {
            return false;
        }
        settlePayment(fact, now);
        times.closedAt = null;
        timerAt = null;
        if (late) {
            holdAgain(now);
        }
        Instant paidAt = fact.paidAt().isAfter(now) ? now : fact.paidAt();
        clock.start(paidAt.isAfter(times.takenInAt) ? paidAt : times.takenInAt, rules.target());
        lift(HoldReason.AWAITING_PAYMENT, now, null);
        news.fact(late ? FactKind.PAID_LATE : FactKind.PAID, now, null, fact.provider(), fact.transactionNo());
        return true;
    }

    /** Money that is there while the order is already on its way or closed. */
    void settlePayment(ProvedPayment fact, Instant now) {
        this.paymentStatus = PaymentStatus.PAID;
        this.declaredPayment = null;
        amounts.paid(fact.amountMinor());
        times.paidAt = fact.paidAt().isAfter(now) ? now : fact.paidAt();
        news.event(new OrderPaid(
                tenantId(),
                id(),
                orderNumber,
                fact.provider(),
                fact.transactionNo(),
                fact.amountMinor(),
                amounts.currency(),
                fact.paidAt(),
                fact.proof(),
                fact.rawPayloadId()));
    }

    void arrivedLate(boolean stockFound, boolean reopened) {
        news.event(new PaymentArrivedLate(
                tenantId(), id(), orderNumber, stockFound, reopened, amounts.paidMinor(), amounts.currency()));
    }

    /** What kept it before its time ran out keeps it still: nobody has lifted it. */
    private void holdAgain(Instant now) {
        holds.stream()
                .filter(OrderHold::outlivesClosing)
                .map(OrderHold::obstacle)
                .toList()
                .forEach(obstacle -> hold(obstacle, now));
    }

    boolean expire(Instant now) {
        if (!move(Step.EXPIRE)) {
            return false;
        }
        close(now);
        news.fact(FactKind.EXPIRED, now, null);
        news.event(new OrderExpired(tenantId(), id(), orderNumber, now));
        return true;
    }

    // ---- review and holds

    boolean approve(@Nullable String reason, Instant now) {
        if (!review(ReviewStep.APPROVE, now)) {
            return false;
        }
        news.fact(FactKind.APPROVED, now, reason);
        news.event(new OrderApproved(tenantId(), id(), orderNumber, false));
        return true;
    }

    boolean reject(String reason, Instant now) {
        if (!review(ReviewStep.REJECT, now)) {
            return false;
        }
        end(holds, HoldStep.REJECT, now, reason);
        news.fact(FactKind.REJECTED, now, reason);
        return true;
    }

    boolean unapprove(String reason, Instant now) {
        if (anchor != Anchor.PAID && anchor != Anchor.PENDING_CONFIRMATION || !review(ReviewStep.UNAPPROVE, now)) {
            return false;
        }
        news.fact(FactKind.UNAPPROVED, now, reason);
        return true;
    }

    /** False when it is held for just this already. */
    boolean hold(Obstacle obstacle, Instant now) {
        if (holds.stream().anyMatch(hold -> hold.isActive() && hold.is(obstacle.reason(), obstacle.code()))) {
            return false;
        }
        OrderHold hold = new OrderHold(id(), obstacle, now);
        holds.add(hold);
        newHolds.add(hold);
        String[] args = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(obstacle.reason().name(), obstacle.code()), obstacle.args().stream())
                .toArray(String[]::new);
        news.fact(FactKind.HELD, now, obstacle.remark().isEmpty() ? null : obstacle.remark(), args);
        news.event(new OrderHeld(
                tenantId(), id(), orderNumber, hold.id(), obstacle.reason().name(), obstacle.code()));
        return true;
    }

    /** Lifts one hold; false when it is not active. A review whose only doubt it was passes with it. */
    boolean releaseHold(UUID holdId, @Nullable String reason, Instant now) {
        List<OrderHold> meant = holds.stream()
                .filter(hold -> hold.isActive() && hold.id().equals(holdId))
                .toList();
        lift(meant, now, reason);
        return !meant.isEmpty();
    }

    /** Lifts all holds of a reason because their cause is gone. */
    int lift(HoldReason reason, Instant now, @Nullable String why) {
        List<OrderHold> meant = holds.stream()
                .filter(hold -> hold.isActive() && hold.reason() == reason)
                .toList();
        lift(meant, now, why);
        return meant.size();
    }

    private void lift(List<OrderHold> meant, Instant now, @Nullable String why) {
        end(meant, HoldStep.RELEASE, now, why);
        for (OrderHold hold : meant) {
            news.fact(FactKind.HOLD_RELEASED, now, why, hold.reason().name(), hold.code());
            news.event(new OrderHoldReleased(
                    tenantId(), id(), orderNumber, hold.id(), hold.reason().name(), isHeld()));
        }
        boolean addressSettled = meant.stream().anyMatch(hold -> hold.reason() == HoldReason.ADDRESS_RISK);
        if (addressSettled
                && reviewStatus == ReviewStatus.PENDING
                && doubtList().equals(List.of(ReviewRules.ADDRESS))) {
            approve(why, now);
        }
    }

    /** The time to send it is over; false when it is not, and when this was told before. */
    boolean fallOverdue(Instant now) {
        Instant due = clock.runsOutAt();
        if (!isInHand() || due == null || now.isBefore(due) || times.overdueAt != null) {
            return false;
        }
        times.overdueAt = due;
        news.fact(FactKind.OVERDUE, due, null);
        news.event(new OrderOverdue(tenantId(), id(), orderNumber, due));
        return true;
    }

    /** Paid and not sent: its clock runs or stands. */
    private boolean isInHand() {
        return anchor == Anchor.PAID || anchor == Anchor.PICKING;
    }

    // ---- warehouse and carrier

    boolean release(List<OrderLine> lines, Instant now) {
        UUID warehouse = warehouseId;
        if (warehouse == null || !isReleasable() || !move(Step.RELEASE)) {
            return false;
        }
        times.releasedAt = now;
        news.fact(FactKind.RELEASED, now, null);
        news.event(new OrderReleased(
                tenantId(),
                id(),
                orderNumber,
                warehouse,
                clock.dueOr(now),
                lines.stream().map(OrderLine::released).toList()));
        return true;
    }

    boolean takeBack(String reason, Instant now) {
        if (!move(Step.TAKE_BACK)) {
            return false;
        }
        times.forgetWarehouse();
        news.fact(FactKind.TAKEN_BACK, now, reason);
        news.event(new OrderTakenBack(tenantId(), id(), orderNumber, reason));
        return true;
    }

    /** False when it is so already. A label with another number has not been printed yet. */
    boolean labelled(String newCarrier, @Nullable String newWaybillNo) {
        if (carrier.equals(newCarrier) && Objects.equals(waybillNo, newWaybillNo)) {
            return false;
        }
        this.carrier = newCarrier;
        this.waybillNo = newWaybillNo;
        times.labelPrintedAt = null;
        return true;
    }

    void waybillTakenBack(String number, boolean another, Instant now) {
        labelled("", null);
        news.fact(
                another ? FactKind.WAYBILL_REISSUED : FactKind.WAYBILL_CANCELLED,
                now,
                Acting.current().reason(),
                number);
    }

    boolean labelPrinted(Instant at) {
        if (times.labelPrintedAt != null) {
            return false;
        }
        times.labelPrintedAt = at;
        news.fact(FactKind.LABEL_PRINTED, at, null);
        return true;
    }

    boolean picked(Instant at) {
        if (times.pickedAt != null) {
            return false;
        }
        times.pickedAt = at;
        news.fact(FactKind.PICKED, at, null);
        return true;
    }

    boolean packed(Instant at) {
        if (times.packedAt != null) {
            return false;
        }
        times.packedAt = at;
        news.fact(FactKind.PACKED, at, null);
        return true;
    }

    boolean ship(Instant at, boolean elsewhere, Rules rules) {
        if (!move(Step.SHIP)) {
            return false;
        }
        times.shippedAt = at;
        timerAt = elsewhere || times.collectedAt != null ? null : at.plus(COLLECTED_WITHIN);
        clock.stop(at);
        end(holds, HoldStep.EXPIRE, at, null);
        news.fact(elsewhere ? FactKind.SHIPPED_ELSEWHERE : FactKind.SHIPPED, at, null);
        news.event(new OrderShipped(tenantId(), id(), orderNumber, customerId, at, elsewhere));
        arrived(rules);
        return true;
    }

    /** The channel has sent it without our warehouse: takes the way through picking without telling it to pick. */
    boolean shipElsewhere(Instant at, Rules rules) {
        boolean moved = anchor == Anchor.PAID && move(Step.RELEASE);
        return (moved || anchor == Anchor.PICKING) && ship(at, true, rules);
    }

    boolean collected(Instant at) {
        if (times.collectedAt != null) {
            return false;
        }
        times.collectedAt = at;
        if (anchor == Anchor.SHIPPED && times.deliveredAt == null) {
            timerAt = null;
        }
        news.fact(FactKind.COLLECTED, at, null);
        return true;
    }

    /** The carrier should have fetched it by now; false when it has, or this was told before. */
    boolean missCollection(Instant now) {
        Instant shippedAt = times.shippedAt;
        if (anchor != Anchor.SHIPPED
                || shippedAt == null
                || times.collectedAt != null
                || times.deliveredAt != null
                || times.uncollectedAt != null) {
            return false;
        }
        times.uncollectedAt = now;
        timerAt = null;
        news.fact(FactKind.NOT_COLLECTED, now, null, Long.toString(COLLECTED_WITHIN.toHours()));
        news.event(new OrderNotCollected(tenantId(), id(), orderNumber, shippedAt));
        return true;
    }

    boolean isDelivered() {
        return times.deliveredAt != null;
    }

    /** Also told before the outbound scan, or after the channel has completed it: a fact then, and no step. */
    boolean delivered(Instant at, Rules rules) {
        if (times.deliveredAt != null) {
            return false;
        }
        times.deliveredAt = at;
        news.fact(FactKind.DELIVERED, at, null);
        arrived(rules);
        return true;
    }

    /** Shipped and delivered, in whichever order that was told. */
    private void arrived(Rules rules) {
        Instant at = times.deliveredAt;
        if (anchor == Anchor.SHIPPED && at != null) {
            timerAt = at.plus(Duration.ofDays(rules.completeAfterDays()));
            news.event(new OrderDelivered(tenantId(), id(), orderNumber, at));
        }
    }

    boolean complete(Instant at) {
        if (!move(Step.COMPLETE)) {
            return false;
        }
        times.completedAt = at;
        timerAt = null;
        news.fact(FactKind.COMPLETED, at, null);
        news.event(new OrderCompleted(tenantId(), id(), orderNumber, at));
        return true;
    }

    boolean returned(Instant at) {
        if (!move(Step.RETURN)) {
            return false;
        }
        times.closedAt = at;
        timerAt = null;
        news.fact(FactKind.RETURNED, at, null);
        news.event(new OrderReturnedToSender(tenantId(), id(), orderNumber, at));
        return true;
    }

    // ---- the end before the end

    boolean cancel(String reason, Instant now) {
        boolean wasPicking = anchor == Anchor.PICKING;
        if (!move(Step.CANCEL)) {
            return false;
        }
        close(now);
        news.fact(FactKind.CANCELLED, now, reason);
        news.event(new OrderCancelled(
                tenantId(), id(), orderNumber, reason, refundMinor(), amounts.currency(), wasPicking));
        return true;
    }

    boolean voidIt(String reason, Instant now) {
        if (!move(Step.VOID)) {
            return false;
        }
        close(now);
        news.fact(FactKind.VOIDED, now, reason);
        news.event(new OrderVoided(tenantId(), id(), orderNumber, reason, refundMinor(), amounts.currency()));
        return true;
    }

    private void close(Instant now) {
        times.closedAt = now;
        timerAt = null;
        clock.abandon();
        end(holds, HoldStep.EXPIRE, now, null);
        if (paymentStatus == PaymentStatus.UNPAID) {
            paymentStatus = PaymentStatus.CLOSED;
        }
    }

    // ---- what people and the channel edit

    void contactChanged(String by, @Nullable String reason, Instant now) {
        news.fact(FactKind.CONTACT_CHANGED, now, reason, by);
        news.event(new OrderContactChanged(tenantId(), id(), orderNumber, by));
        if (ReviewRules.obstacle(receiver).isEmpty()) {
            lift(HoldReason.ADDRESS_RISK, now, reason);
        }
    }

    void noted(Instant now) {
        news.fact(FactKind.NOTE_ADDED, now, null);
    }

    void remark(FactKind kind, Instant now, String... args) {
        news.fact(kind, now, null, args);
    }

    /** False when it carries the mark already. */
    boolean flag(AfterSalesFlag flag) {
        boolean another = afterSales != flag;
        this.afterSales = flag;
        return another;
    }

    /** Notes and labels follow the channel's; false when they are the same. */
    boolean annotate(ChannelOrderSnapshot snapshot) {
        String newTags = Packed.join(snapshot.tags());
        boolean same = buyerNote.equals(snapshot.buyerNote())
                && sellerNote.equals(snapshot.sellerNote())
                && tags.equals(newTags)
                && Objects.equals(shipBy, snapshot.shipBy());
        this.buyerNote = snapshot.buyerNote();
        this.sellerNote = snapshot.sellerNote();
        this.tags = newTags;
        this.shipBy = snapshot.shipBy();
        return !same;
    }

    // ---- what follows

    /** Brings everything up to date that follows from the state; to be called once after the verbs of a change. */
    void settle(Instant now) {
        this.activeHolds = (int) holds.stream().filter(OrderHold::isActive).count();
        this.stage = stageNow();
        BlockedBy blocked = Obstruction.of(this);
        this.blockedKind = blocked.kind();
        this.blockedArgs = Packed.cut(Packed.join(blocked.args()), 300);
        if (anchor.isOpen()) {
            if (isHeld()) {
                clock.pause(now);
            } else {
                clock.resume(now);
            }
        }
        if (isInHand()) {
            this.timerAt = times.overdueAt == null ? clock.runsOutAt() : null;
        }
        clock.sort(anchor.isOpen(), times.placedAt);
    }

    private Stage stageNow() {
        return switch (anchor) {
            case PENDING_CONFIRMATION -> isHeld() ? Stage.EXCEPTION : Stage.UNPAID;
            case PAID ->
                isHeld() || reviewStatus == ReviewStatus.REJECTED
                        ? Stage.EXCEPTION
                        : reviewStatus == ReviewStatus.PENDING ? Stage.REVIEW : Stage.TO_SHIP;
            case PICKING -> isHeld() ? Stage.EXCEPTION : Stage.TO_SHIP;
            case SHIPPED -> Stage.SHIPPED;
            case COMPLETED -> Stage.COMPLETED;
            case CANCELLED, EXPIRED, VOIDED, RETURNED_TO_SENDER -> Stage.CLOSED;
        };
    }

    private boolean move(Step step) {
        var next = OrderStates.next(anchor, step);
        next.ifPresent(to -> this.anchor = to);
        return next.isPresent();
    }

    private boolean review(ReviewStep step, Instant now) {
        if (!anchor.isOpen()) {
            return false;
        }
        var next = OrderStates.next(reviewStatus, step);
        next.ifPresent(to -> {
            this.reviewStatus = to;
            times.reviewedAt = to == ReviewStatus.PENDING ? null : now;
        });
        return next.isPresent();
    }

    private static void end(List<OrderHold> meant, HoldStep step, Instant now, @Nullable String why) {
        meant.stream().filter(OrderHold::isActive).forEach(hold -> hold.end(step, now, why));
    }

    @PostLoad
    void countedBefore() {
        this.countedAs = counted();
    }

    /** How it counted when it was read; null for a new one. */
    @Nullable
    Counted countedAs() {
        return countedAs;
    }

    Counted counted() {
        return new Counted(times.placedAt, source.shopId(), stage, units, amounts.paidMinor(), isSold());
    }

    private boolean isSold() {
        return stage != Stage.CLOSED
                && (paymentStatus == PaymentStatus.PAID || paymentStatus == PaymentStatus.PARTIALLY_REFUNDED);
    }

    /** What it had to tell is told. */
    void told() {
        news.told();
        newHolds.clear();
        countedAs = counted();
    }

    void attach(List<OrderHold> stored) {
        holds.addAll(stored);
    }

    boolean needsHolds() {
        return (activeHolds > 0 || anchor == Anchor.EXPIRED) && holds.isEmpty();
    }

    // ---- questions

    boolean isHeld() {
        return holds.stream().anyMatch(OrderHold::isActive);
    }

    boolean isHeldForReview() {
        return holds.stream()
                .anyMatch(hold -> hold.isActive()
                        && hold.reason() != HoldReason.SHORTAGE
                        && hold.reason() != HoldReason.AWAITING_PAYMENT);
    }

    boolean isReleasable() {
        return anchor == Anchor.PAID && reviewStatus == ReviewStatus.APPROVED && !isHeld() && warehouseId != null;
    }

    long refundMinor() {
        return paymentStatus == PaymentStatus.PAID ? amounts.paidMinor() : 0;
    }

    List<OrderHold> holds() {
        return holds;
    }

    List<OrderHold> newHolds() {
        return newHolds;
    }

    News news() {
        return news;
    }

    String orderNumber() {
        return orderNumber;
    }

    UUID customerId() {
        return customerId;
    }

    OrderSource source() {
        return source;
    }

    OrderAmounts amounts() {
        return amounts;
    }

    Receiver receiver() {
        return receiver;
    }

    FactTimes times() {
        return times;
    }

    Clocked clocked() {
        return clock.clocked();
    }

    Anchor anchor() {
        return anchor;
    }

    PaymentStatus paymentStatus() {
        return paymentStatus;
    }

    ReviewStatus reviewStatus() {
        return reviewStatus;
    }

    Stage stage() {
        return stage;
    }

    List<String> doubtList() {
        return Packed.split(doubts);
    }

    @Nullable
    UUID warehouseId() {
        return warehouseId;
    }

    @Nullable
    Instant timerAt() {
        return timerAt;
    }

    String buyerNote() {
        return buyerNote;
    }

    List<String> declaredPayment() {
        return Packed.split(declaredPayment);
    }
}
