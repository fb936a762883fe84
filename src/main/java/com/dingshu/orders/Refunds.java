package com.dingshu.orders;

import com.dingshu.orders.OrderHold.Obstacle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot says of money that goes back for a known order. Pieces that were refunded before they left are not sent:
 * the warehouse stops, their stock is free again, and the order waits for a person to send the rest. What was sold stays as
 * it was, so that each piece keeps its exact part of the money.
 */
final class Refunds {

    static final String ASKED = "refund-asked";
    static final String PIECES = "pieces-refunded";

    private final Order order;
    private final List<OrderLine> lines;
    private final ChannelOrderSnapshot snapshot;
    private final Warehousing warehousing;
    private final List<String> changes;
    private final Instant now;
    private boolean fewer;

    Refunds(
            Order order,
            List<OrderLine> lines,
            ChannelOrderSnapshot snapshot,
            Warehousing warehousing,
            List<String> changes,
            Instant now) {
        this.order = order;
        this.lines = lines;
        this.snapshot = snapshot;
        this.warehousing = warehousing;
        this.changes = changes;
        this.now = now;
    }

    /** A new order for a line of which the money is asked back waits for the decision. */
    static void asked(Order order, ChannelOrderSnapshot snapshot, Instant now) {
        if (snapshot.lines().stream().anyMatch(SnapshotLine::refundAsked)) {
            order.flag(AfterSalesFlag.REFUND_ASKED);
            order.remark(FactKind.REFUND_ASKED, now);
            if (order.anchor().isOpen()) {
                order.hold(Obstacle.of(HoldReason.AFTER_SALES, ASKED), now);
            }
        }
    }

    /** Whether pieces of the order have been withdrawn. */
    boolean any() {
        return lines.stream().anyMatch(line -> line.withdrawn() > 0);
    }

    /** A request for a line that had none holds the order, also one that a person has let go before. */
    void asked() {
        Map<String, SnapshotLine> theirs = theirs();
        boolean another = false;
        for (OrderLine line : lines) {
            @Nullable SnapshotLine told = theirs.get(line.channelLineNo());
            boolean asked = told != null && told.refundAsked();
            another |= asked && !line.isRefundAsked();
            line.refundAsked(asked);
        }
        if (another) {
            asked(order, snapshot, now);
            changes.add("REFUND_ASKED");
        }
    }

    /** Whether the snapshot differs from the order only by pieces of a paid order that are not wanted any more. */
    boolean explain() {
        boolean paid = order.isPaid() || KnownOrder.isPaid(snapshot.status());
        Map<String, OrderLine> ours =
                lines.stream().collect(Collectors.toMap(OrderLine::channelLineNo, Function.identity()));
        return paid
                && KnownOrder.isProved(snapshot)
                && snapshot.lines().stream().allMatch(theirs -> {
                    @Nullable OrderLine line = ours.get(theirs.channelLineNo());
                    return line != null && line.isOf(theirs) && theirs.quantity() <= line.wanted();
                })
                && wantedPieces() > theirPieces();
    }

    void withdraw() {
        long pieces = wantedPieces() - theirPieces();
        Map<String, SnapshotLine> theirs = theirs();
        for (OrderLine line : lines) {
            @Nullable SnapshotLine left = theirs.get(line.channelLineNo());
            line.keepOnly(left == null ? 0 : left.quantity());
        }
        fewer = true;
        order.takeBack(KnownOrder.BY_CHANNEL, now);
        order.flag(AfterSalesFlag.PIECES_REFUNDED);
        order.remark(FactKind.PIECES_REFUNDED, now, Long.toString(pieces));
        order.hold(Obstacle.of(HoldReason.AFTER_SALES, PIECES, Long.toString(pieces)), now);
        changes.add("PIECES_REFUNDED");
    }

    /** What follows once the order stands where the snapshot puts it. */
    void settle() {
        if (fewer) {
            order.refundedInPart(
                    lines.stream().mapToLong(OrderLine::withdrawnMinor).sum());
            if (order.anchor().isOpen() && order.isPaid()) {
                warehousing.takeOnlyWanted(order, lines, now);
            }
        }
        if (lines.stream().noneMatch(OrderLine::isRefundAsked)) {
            boolean settled = order.unflag(AfterSalesFlag.REFUND_ASKED, any() ? AfterSalesFlag.PIECES_REFUNDED : null);
            if (settled) {
                order.remark(FactKind.REFUND_SETTLED, now);
                changes.add("REFUND_SETTLED");
            }
            order.lift(HoldReason.AFTER_SALES, ASKED, now);
            if (settled) {
                warehousing.releaseIfReady(order, lines, now);
            }
        }
    }

    private Map<String, SnapshotLine> theirs() {
        return snapshot.lines().stream().collect(Collectors.toMap(SnapshotLine::channelLineNo, Function.identity()));
    }

    private long wantedPieces() {
        return lines.stream().mapToLong(OrderLine::wanted).sum();
    }

    private long theirPieces() {
        return snapshot.lines().stream().mapToLong(SnapshotLine::quantity).sum();
    }
}
