package com.dingshu.orders;

import com.dingshu.inventory.ReservationResult.ShortNeed;
import com.dingshu.orders.OrderHold.Obstacle;
import com.dingshu.orders.OrderStates.HoldStep;
import com.dingshu.orders.OrderStates.ReviewStep;
import com.dingshu.orders.OrderStates.Step;
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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
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

    /** The case of a shortage that keeps a paid order. */
    static final String PAID_BUT_SHORT = "paid-but-short";

    @Column(updatable = false)
    private String orderNumber;

    @Column(updatable = false)
    private UUID customerId;

    @Embedded
    private OrderSource source;

    @Embedded
    private OrderAmounts amounts;

    @Embedded
    private OrderContent content;

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
    /** What the channel or a file says was paid and nothing proves yet. */
    private @Nullable String declaredPayment;

    /**
     * When time itself does something to the order: its payment time is over, it should have left, the carrier should have
     * it, it counts as completed.
     */
    private @Nullable Instant timerAt;

    @Transient
    private Holds holds = new Holds();

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
        this.content = new OrderContent(snapshot);
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
        news.fact(FactKind.TAKEN_IN, now, null, snapshot.channel());
        news.event(Announced.placed(this, snapshot));
    }

    // ---- intake

    /** Unpaid: the reservation stands until the payment time is over. */
    void awaitPayment(Instant expiresAt) {
        this.timerAt = expiresAt;
    }

    /** Keeps a payment that a source tells of without proving it; false when none is told. */
    boolean declare(ChannelOrderSnapshot snapshot) {
        SnapshotPayment payment = snapshot.payment();
        if (payment != null) {
            this.declaredPayment = Packed.join(List.of(payment.method(), payment.transactionNo()));
        }
        return payment != null;
    }

    /** Paid, says a source that proves nothing: somebody has to confirm it. */
    void awaitProof(ChannelOrderSnapshot snapshot, Instant now) {
        declare(snapshot);
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

    /** The rules look at it for the first time. */
    void judge(Rules rules, Instant now) {
        List<String> found = doubts(rules);
        this.doubts = Packed.join(found);
        this.reviewStatus = found.isEmpty() ? ReviewStatus.APPROVED : ReviewStatus.PENDING;
        if (found.isEmpty()) {
            passedByRules(now);
        }
    }

    /**
     * The rules look again, before picking: at what has changed, and when it is paid. A doubt that nobody has looked at
     * yet makes a person look; one that a person has approved does not do so again.
     *
     * @return whether it has passed now
     */
    boolean judgeAgain(Rules rules, Instant now) {
        List<String> known = doubtList();
        List<String> found = new ArrayList<>(doubts(rules));
        if (known.contains(ReviewRules.BY_HAND)) {
            found.addFirst(ReviewRules.BY_HAND);
        }
        boolean beforePicking = anchor == Anchor.PENDING_CONFIRMATION || anchor == Anchor.PAID;
        if (!beforePicking || reviewStatus == ReviewStatus.REJECTED || found.equals(known)) {
            return false;
        }
        boolean isNew = !known.containsAll(found);
        if (reviewStatus == ReviewStatus.APPROVED && isNew && review(ReviewStep.JUDGE, now)) {
            news.fact(FactKind.REVIEW_NEEDED, now, null);
        }
        this.doubts = Packed.join(found);
        boolean passed = found.isEmpty() && reviewStatus == ReviewStatus.PENDING && review(ReviewStep.JUDGE, now);
        if (passed) {
            passedByRules(now);
        }
        return passed;
    }

    private List<String> doubts(Rules rules) {
        return ReviewRules.doubts(rules, content.buyerNote(), amounts, receiver);
    }

    private void passedByRules(Instant now) {
        times.reviewedAt = now;
        news.fact(FactKind.REVIEW_PASSED, now, null);
        news.event(Announced.approved(this, true));
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
        String code = isPaid() ? PAID_BUT_SHORT : "short";
        List<OrderHold> known = holds.active(HoldReason.SHORTAGE);
        known.forEach(hold -> hold.turnInto(code));
        if (known.isEmpty() && hold(Obstacle.of(HoldReason.SHORTAGE, code, missing), now)) {
            news.fact(FactKind.SHORT, now, null, missing);
            news.event(Announced.tooFew(this, needs));
        }
    }

    /** The next try to get its pieces. */
    void tryStockLater(Instant now) {
        holds.active(HoldReason.SHORTAGE).forEach(hold -> hold.retryLater(now));
    }

    void stopTimer() {
        this.timerAt = null;
    }

    boolean isPaidButShort() {
        return holds.active(HoldReason.SHORTAGE).stream()
                .anyMatch(hold -> hold.is(HoldReason.SHORTAGE, PAID_BUT_SHORT));
    }

    boolean isShort() {
        return !holds.active(HoldReason.SHORTAGE).isEmpty();
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
            // what kept it before its time ran out keeps it still: nobody has lifted it
            holds.outliving().forEach(obstacle -> hold(obstacle, now));
        }
        Instant paidAt = fact.paidAt().isAfter(now) ? now : fact.paidAt();
        clock.start(paidAt.isAfter(times.takenInAt) ? paidAt : times.takenInAt, rules.target());
        lift(HoldReason.AWAITING_PAYMENT, now, null);
        news.fact(late ? FactKind.PAID_LATE : FactKind.PAID, now, null, fact.provider(), fact.transactionNo());
        return true;
    }

    /**
     * Money for an order that has left or was closed.
     *
     * @return whether it came too late: the order was closed and stays so, the money is to go back
     */
    boolean paidAfterwards(ProvedPayment fact, Instant now) {
        boolean left = anchor == Anchor.SHIPPED || anchor == Anchor.COMPLETED;
        settlePayment(fact, now);
        news.fact(left ? FactKind.PAID : FactKind.PAID_LATE, now, null, fact.provider(), fact.transactionNo());
        if (!left) {
            arrivedLate(false, false);
        }
        return !left;
    }

    /** The payment as a fact of its own, without a step. */
    void settlePayment(ProvedPayment fact, Instant now) {
        this.paymentStatus = PaymentStatus.PAID;
        this.declaredPayment = null;
        amounts.paid(fact.amountMinor());
        times.paidAt = fact.paidAt().isAfter(now) ? now : fact.paidAt();
        news.event(Announced.paid(this, fact));
    }

    /** Nothing proved yet, whether still waited for or not any more. */
    boolean isUnpaid() {
        return paymentStatus == PaymentStatus.UNPAID || paymentStatus == PaymentStatus.CLOSED;
    }

    void arrivedLate(boolean stockFound, boolean reopened) {
        news.event(Announced.paidLate(this, stockFound, reopened));
    }

    boolean expire(Instant now) {
        if (!move(Step.EXPIRE)) {
            return false;
        }
        close(now);
        news.fact(FactKind.EXPIRED, now, null);
        news.event(Announced.expired(this, now));
        return true;
    }

    // ---- review and holds

    boolean approve(@Nullable String reason, Instant now) {
        if (!review(ReviewStep.APPROVE, now)) {
            return false;
        }
        news.fact(FactKind.APPROVED, now, reason);
        news.event(Announced.approved(this, false));
        return true;
    }

    boolean reject(String reason, Instant now) {
        if (!review(ReviewStep.REJECT, now)) {
            return false;
        }
        holds.endAll(HoldStep.REJECT, now, reason);
        news.fact(FactKind.REJECTED, now, reason);
        return true;
    }

    boolean unapprove(String reason, Instant now) {
        if (anchor != Anchor.PAID && anchor != Anchor.PENDING_CONFIRMATION || !review(ReviewStep.UNAPPROVE, now)) {
            return false;
        }
        if (!doubtList().contains(ReviewRules.BY_HAND)) {
            List<String> known = new ArrayList<>(doubtList());
            known.addFirst(ReviewRules.BY_HAND);
            this.doubts = Packed.join(known);
        }
        news.fact(FactKind.UNAPPROVED, now, reason);
        return true;
    }

    /** False when it is held for just this already. */
    boolean hold(Obstacle obstacle, Instant now) {
        Optional<OrderHold> placed = holds.place(id(), obstacle, now);
        placed.ifPresent(hold -> {
            news.fact(FactKind.HELD, now, obstacle.remark().isEmpty() ? null : obstacle.remark(), obstacle.words());
            news.event(Announced.held(this, hold));
        });
        return placed.isPresent();
    }

    /** Lifts one hold; false when it is not active. A review whose only doubt it was passes with it. */
    boolean releaseHold(UUID holdId, @Nullable String reason, Instant now) {
        List<OrderHold> meant = holds.active(holdId).stream().toList();
        lift(meant, now, reason);
        return !meant.isEmpty();
    }

    /** Lifts all holds of a reason because their cause is gone. */
    int lift(HoldReason reason, Instant now, @Nullable String why) {
        List<OrderHold> meant = holds.active(reason);
        lift(meant, now, why);
        return meant.size();
    }

    /** Lifts one case of a reason because its cause is gone. */
    int lift(HoldReason reason, String code, Instant now) {
        List<OrderHold> meant = holds.active(reason).stream()
                .filter(hold -> hold.is(reason, code))
                .toList();
        lift(meant, now, null);
        return meant.size();
    }

    private void lift(List<OrderHold> meant, Instant now, @Nullable String why) {
        meant.forEach(hold -> hold.end(HoldStep.RELEASE, now, why));
        for (OrderHold hold : meant) {
            news.fact(FactKind.HOLD_RELEASED, now, why, hold.reason().name(), hold.code());
            news.event(Announced.holdReleased(this, hold));
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
        news.event(Announced.overdue(this, due));
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
        news.event(Announced.released(this, warehouse, clock.dueOr(now), lines));
        return true;
    }

    boolean takeBack(String reason, Instant now) {
        if (!move(Step.TAKE_BACK)) {
            return false;
        }
        times.forgetWarehouse();
        news.fact(FactKind.TAKEN_BACK, now, reason);
        news.event(Announced.takenBack(this, reason));
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
        return once(times.labelPrintedAt, at, FactKind.LABEL_PRINTED, kept -> times.labelPrintedAt = kept);
    }

    boolean picked(Instant at) {
        return once(times.pickedAt, at, FactKind.PICKED, kept -> times.pickedAt = kept);
    }

    boolean packed(Instant at) {
        return once(times.packedAt, at, FactKind.PACKED, kept -> times.packedAt = kept);
    }

    boolean ship(Instant at, boolean elsewhere, Rules rules) {
        return move(Step.SHIP) && left(at, elsewhere, rules);
    }

    private boolean left(Instant at, boolean elsewhere, Rules rules) {
        times.shippedAt = at;
        timerAt = elsewhere || times.collectedAt != null ? null : at.plus(COLLECTED_WITHIN);
        clock.stop(at);
        holds.endAll(HoldStep.EXPIRE, at, null);
        news.fact(elsewhere ? FactKind.SHIPPED_ELSEWHERE : FactKind.SHIPPED, at, null);
        news.event(Announced.shipped(this, at, elsewhere));
        arrived(rules);
        return true;
    }

    /**
     * The channel has sent it without our warehouse: takes the way through picking without telling it to pick. Sent before it
     * is paid, it is not waited for its payment any longer.
     */
    boolean shipElsewhere(Instant at, Rules rules) {
        if (anchor == Anchor.PENDING_CONFIRMATION && declaredPayment == null && move(Step.SHIP_UNPAID)) {
            return left(at, true, rules);
        }
        boolean moved = anchor == Anchor.PAID && move(Step.RELEASE);
        return (moved || anchor == Anchor.PICKING) && ship(at, true, rules);
    }

    boolean collected(Instant at) {
        if (times.collectedAt == null && anchor == Anchor.SHIPPED && times.deliveredAt == null) {
            timerAt = null;
        }
        return once(times.collectedAt, at, FactKind.COLLECTED, kept -> times.collectedAt = kept);
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
        news.event(Announced.notCollected(this, shippedAt));
        return true;
    }

    boolean isDelivered() {
        return times.deliveredAt != null;
    }

    /** Also told before the outbound scan, or after the channel has completed it: a fact then, and no step. */
    boolean delivered(Instant at, Rules rules) {
        boolean first = once(times.deliveredAt, at, FactKind.DELIVERED, kept -> times.deliveredAt = kept);
        if (first) {
            arrived(rules);
        }
        return first;
    }

    /** Keeps a fact the first time it is told. */
    private boolean once(@Nullable Instant known, Instant at, FactKind kind, Consumer<Instant> keep) {
        if (known != null) {
            return false;
        }
        keep.accept(at);
        news.fact(kind, at, null);
        return true;
    }

    /** Shipped and delivered, in whichever order that was told. */
    private void arrived(Rules rules) {
        Instant at = times.deliveredAt;
        if (anchor == Anchor.SHIPPED && at != null) {
            timerAt = at.plus(Duration.ofDays(rules.completeAfterDays()));
            news.event(Announced.delivered(this, at));
        }
    }

    boolean complete(Instant at) {
        if (!move(Step.COMPLETE)) {
            return false;
        }
        times.completedAt = at;
        timerAt = null;
        news.fact(FactKind.COMPLETED, at, null);
        news.event(Announced.completed(this, at));
        return true;
    }

    boolean returned(Instant at) {
        if (!move(Step.RETURN)) {
            return false;
        }
        times.closedAt = at;
        timerAt = null;
        news.fact(FactKind.RETURNED, at, null);
        news.event(Announced.returned(this, at));
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
        news.event(Announced.cancelled(this, reason, wasPicking));
        return true;
    }

    boolean voidIt(String reason, Instant now) {
        if (!move(Step.VOID)) {
            return false;
        }
        close(now);
        news.fact(FactKind.VOIDED, now, reason);
        news.event(Announced.voided(this, reason));
        return true;
    }

    private void close(Instant now) {
        times.closedAt = now;
        timerAt = null;
        clock.abandon();
        holds.endAll(HoldStep.EXPIRE, now, null);
        if (paymentStatus == PaymentStatus.UNPAID) {
            paymentStatus = PaymentStatus.CLOSED;
        }
    }

    // ---- what people and the channel edit

    void contactChanged(String by, @Nullable String reason, Instant now) {
        news.fact(FactKind.CONTACT_CHANGED, now, reason, by);
        news.event(Announced.contactChanged(this, by));
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

    /** Takes the mark off; false when it carries another or none. */
    boolean unflag(AfterSalesFlag flag, @Nullable AfterSalesFlag instead) {
        boolean carried = afterSales == flag;
        this.afterSales = carried ? instead : afterSales;
        return carried;
    }

    /** Part of what was paid has gone back. */
    void refundedInPart(long minor) {
        amounts.refunded(minor);
        if (isPaid()) {
            this.paymentStatus = PaymentStatus.PARTIALLY_REFUNDED;
        }
    }

    /** Notes and labels follow the channel's; false when they are the same. */
    boolean annotate(ChannelOrderSnapshot snapshot) {
        return content.annotate(snapshot);
    }

    // ---- what follows

    /** Brings everything up to date that follows from the state; to be called once after the verbs of a change. */
    void settle(Instant now) {
        this.activeHolds = holds.active().size();
        this.stage = Stage.of(this);
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
        return new Counted(times.placedAt, source.shopId(), stage, content.units(), amounts.paidMinor(), isSold());
    }

    private boolean isSold() {
        return stage != Stage.CLOSED && stage != Stage.REFUND_DUE && isPaid();
    }

    /** What it had to tell is told. */
    void told() {
        news.told();
        holds.told();
        countedAs = counted();
    }

    /** Whether it was read without the holds that count: the active ones and, once expired, those that may come back. */
    boolean needsHolds() {
        return (activeHolds > 0 || anchor == Anchor.EXPIRED) && holds.isEmpty();
    }

    // ---- questions

    boolean isHeld() {
        return !holds.active().isEmpty();
    }

    boolean isHeldForReview() {
        return holds.active().stream().anyMatch(hold -> !hold.reason().isTheHubsOwn());
    }

    boolean isReleasable() {
        return anchor == Anchor.PAID && reviewStatus == ReviewStatus.APPROVED && !isHeld() && warehouseId != null;
    }

    long refundMinor() {
        return isPaid() ? amounts.keptMinor() : 0;
    }

    boolean isPaid() {
        return paymentStatus == PaymentStatus.PAID || paymentStatus == PaymentStatus.PARTIALLY_REFUNDED;
    }

    Holds holds() {
        return holds;
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

    List<String> declaredPayment() {
        return Packed.split(declaredPayment);
    }
}
