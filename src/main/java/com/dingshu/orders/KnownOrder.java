package com.dingshu.orders;

import com.dingshu.inventory.CommitResult;
import com.dingshu.inventory.ReleaseCause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what a newer snapshot says of a known order into steps. */
final class KnownOrder {

    static final String BY_CHANNEL = "channel";
    /** The channel does not let it be sent yet. */
    static final OrderHold.Obstacle NOT_YET = OrderHold.Obstacle.of(HoldReason.MANUAL, "channel-forbids");

    private final Order order;
    private final List<OrderLine> lines;
    private final ChannelOrderSnapshot snapshot;
    private final Help help;
    private final Instant now;
    private final List<String> changes = new ArrayList<>();
    private final Refunds refunds;

    /** Whom it asks, and what was found out for the whole batch. */
    record Help(Warehousing warehousing, ReceiverDesk receivers, Rules rules) {}

    KnownOrder(Order order, List<OrderLine> lines, ChannelOrderSnapshot snapshot, Help help, Instant now) {
        this.order = order;
        this.lines = lines;
        this.snapshot = snapshot;
        this.help = help;
        this.now = now;
        this.refunds = new Refunds(order, lines, snapshot, help.warehousing(), changes, now);
    }

    /** Whether this snapshot is a payment in time that finds its pieces still held. */
    static boolean willCommit(Order order, ChannelOrderSnapshot snapshot, Instant now) {
        return order.anchor() == Anchor.PENDING_CONFIRMATION
                && !order.isExpired(now)
                && !order.source().isNewerThan(snapshot)
                && !order.source().wouldGoBack(snapshot.status())
                && isPaid(snapshot.status())
                && isProved(snapshot);
    }

    /** @param committed what became of the pieces when they were committed with those of the batch, null if they were not */
    List<String> apply(@Nullable CommitResult committed) {
        boolean wasOpen = order.anchor().isOpen();
        receiver();
        refunds.asked();
        goodsAndMoney();
        note(order.annotate(snapshot), "NOTES");
        judge();
        status(committed);
        refunds.settle();
        if (!wasOpen) {
            receiver();
        }
        order.source().heard(snapshot, !changes.isEmpty());
        return changes;
    }

    /** What has changed may be doubtful, or no longer so. */
    private void judge() {
        if (!changes.isEmpty() && order.judgeAgain(help.rules(), now)) {
            help.warehousing().releaseIfReady(order, lines, now);
        }
    }

    private void receiver() {
        if (!order.anchor().isOpen() || !help.receivers().hear(order, snapshot.receiver())) {
            return;
        }
        order.contactChanged(BY_CHANNEL, null, now);
        ReviewRules.obstacle(order.receiver()).ifPresent(obstacle -> order.hold(obstacle, now));
        help.warehousing().releaseIfReady(order, lines, now);
        changes.add("CONTACT_CHANGED");
    }

    /**
     * Before payment the channel may still change prices; anything else that changes needs a person, who is asked once
     * about each such change.
     */
    private void goodsAndMoney() {
        SnapshotAmounts money = Apportionment.settled(snapshot.lines(), snapshot.amounts());
        boolean sameGoods = sameGoods();
        if (!order.anchor().isOpen()
                || sameGoods && (refunds.any() || order.amounts().equal(money))) {
            return;
        }
        if (sameGoods && order.anchor() == Anchor.PENDING_CONFIRMATION) {
            order.amounts().set(money);
            price(Apportionment.of(snapshot.lines(), money));
            changes.add("PRICE_CHANGED");
        } else if (refunds.explain()) {
            refunds.withdraw();
        } else if (order.source().deviates(Deviation.fingerprint(snapshot, money))
                && order.hold(OrderHold.Obstacle.of(HoldReason.MANUAL, "channel-changed"), now)) {
            order.remark(FactKind.CHANNEL_CONTENT_CHANGED, now);
            changes.add("CONTENT_CHANGED");
        }
    }

    private void price(Apportionment.Share[] shares) {
        Map<String, OrderLine> ours = byNumber();
        for (int i = 0; i < shares.length; i++) {
            SnapshotLine theirs = snapshot.lines().get(i);
            Objects.requireNonNull(ours.get(theirs.channelLineNo())).price(theirs.unitPriceMinor(), shares[i]);
        }
    }

    /** A channel may tell its lines in another order each time; their numbers stay. */
    private boolean sameGoods() {
        Map<String, OrderLine> ours = byNumber();
        return ours.values().stream().filter(OrderLine::isWanted).count()
                        == snapshot.lines().size()
                && snapshot.lines().stream().allMatch(theirs -> {
                    @Nullable OrderLine line = ours.get(theirs.channelLineNo());
                    return line != null && line.sameGoods(theirs);
                });
    }

    private Map<String, OrderLine> byNumber() {
        return lines.stream().collect(Collectors.toMap(OrderLine::channelLineNo, Function.identity()));
    }

    private void status(@Nullable CommitResult committed) {
        SourceStatus status = snapshot.status();
        if (order.source().wouldGoBack(status)) {
            wentBack(status);
            return;
        }
        order.source().moveTo(status);
        switch (status) {
            case UNPAID -> {}
            case PAID_WAITING -> {
                order.hold(NOT_YET, now);
                pay(committed);
            }
            case PAID -> {
                boolean paid = pay(committed);
                mayBeSent();
                if (paid) {
                    help.warehousing().releaseIfReady(order, lines, now);
                }
            }
            case SHIPPED -> shipped(committed);
            case COMPLETED -> {
                shipped(committed);
                note(order.complete(snapshot.sourceModifiedAt()), "COMPLETED");
            }
            case CANCELLED -> {
                cancelled();
                settle();
            }
        }
    }

    private void mayBeSent() {
        if (order.lift(NOT_YET.reason(), NOT_YET.code(), now) > 0) {
            help.warehousing().releaseIfReady(order, lines, now);
            changes.add("MAY_BE_SENT");
        }
    }

    /** The order does not follow, but money that is there counts whenever it is heard of. */
    private void wentBack(SourceStatus status) {
        order.remark(FactKind.CHANNEL_WENT_BACK, now, order.source().status().name(), status.name());
        changes.add("CHANNEL_WENT_BACK");
        if (!order.anchor().isOpen()) {
            settle();
        } else if (order.isUnpaid() && isPaid(status)) {
            if (order.source().isSent()) {
                shipped(null);
            } else {
                pay(null);
            }
        }
    }

    /** True when it is paid now and goes on. */
    private boolean pay(@Nullable CommitResult committed) {
        if (!order.isUnpaid()) {
            return false;
        }
        Optional<ProvedPayment> fact = ProvedPayment.in(snapshot);
        if (fact.isEmpty()) {
            declare();
            return false;
        }
        return pay(fact.get(), committed);
    }

    private boolean pay(ProvedPayment fact, @Nullable CommitResult committed) {
        if (order.isExpired(now) && order.expire(now)) {
            help.warehousing().release(order, ReleaseCause.PAYMENT_TIMEOUT);
        }
        boolean late = order.anchor() == Anchor.EXPIRED;
        if (!order.pay(fact, help.rules(), now)) {
            settle();
            return false;
        }
        boolean found = committed == CommitResult.COMMITTED
                || committed == CommitResult.ALREADY_COMMITTED
                || help.warehousing().secure(order, lines, now);
        order.judgeAgain(help.rules(), now);
        if (late) {
            order.arrivedLate(found, true);
        }
        changes.add(late ? "PAID_LATE" : "PAID");
        return true;
    }

    /** Money for an order that has left or was closed: kept as a fact, it opens nothing again. */
    private void settle() {
        if (order.isUnpaid() && !order.anchor().isOpen()) {
            ProvedPayment.in(snapshot)
                    .ifPresent(fact -> changes.add(order.paidAfterwards(fact, now) ? "PAID_LATE" : "PAID"));
        }
    }

    private void declare() {
        if (order.anchor() == Anchor.PENDING_CONFIRMATION
                && snapshot.payment() != null
                && order.declaredPayment().isEmpty()) {
            order.awaitProof(snapshot, now);
            changes.add("PAYMENT_DECLARED");
        }
    }

    /** Sent is not paid: of the money counts only what the channel says of it. */
    private void shipped(@Nullable CommitResult committed) {
        pay(committed);
        if (order.shipElsewhere(snapshot.sourceModifiedAt(), help.rules())) {
            help.warehousing().gone(order);
            changes.add("SHIPPED_ELSEWHERE");
        }
    }

    private void cancelled() {
        if (order.cancel(BY_CHANNEL, now)) {
            help.warehousing().release(order, ReleaseCause.CANCELLED_BY_BUYER);
            changes.add("CANCELLED");
        } else if (order.anchor() == Anchor.SHIPPED || order.anchor() == Anchor.COMPLETED) {
            if (order.flag(AfterSalesFlag.CHANNEL_REFUND)) {
                order.remark(FactKind.CHANNEL_CLOSED_AFTER_SHIPPING, now);
                changes.add("CLOSED_AFTER_SHIPPING");
            }
        }
    }

    private void note(boolean happened, String change) {
        if (happened) {
            changes.add(change);
        }
    }

    static boolean isPaid(SourceStatus status) {
        return switch (status) {
            case PAID_WAITING, PAID, SHIPPED, COMPLETED -> true;
            case UNPAID, CANCELLED -> false;
        };
    }

    static boolean isProved(ChannelOrderSnapshot snapshot) {
        return snapshot.payment() == null || snapshot.payment().verified();
    }
}
