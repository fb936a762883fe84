package com.dingshu.orders;

import com.dingshu.orders.BlockedBy.Kind;
import java.util.ArrayList;
import java.util.List;

/** Tells why an order is not further than it is. */
final class Obstruction {

    private Obstruction() {}

    static BlockedBy of(Order order) {
        return switch (order.anchor()) {
            case CANCELLED, EXPIRED, VOIDED -> order.refundMinor() > 0 ? only(Kind.REFUND_DUE) : BlockedBy.NOTHING;
            case COMPLETED, RETURNED_TO_SENDER -> BlockedBy.NOTHING;
            case SHIPPED -> onTheWay(order.times());
            case PENDING_CONFIRMATION, PAID, PICKING -> order.isHeld() ? held(order) : waiting(order);
        };
    }

    private static BlockedBy held(Order order) {
        OrderHold first = order.holds().active().getFirst();
        List<String> args = new ArrayList<>(List.of(first.reason().name(), first.code()));
        args.addAll(first.args());
        return new BlockedBy(Kind.HOLD, args);
    }

    private static BlockedBy waiting(Order order) {
        return switch (order.anchor()) {
            case PENDING_CONFIRMATION ->
                order.timerAt() == null
                        ? only(Kind.AWAITING_PAYMENT)
                        : new BlockedBy(
                                Kind.AWAITING_PAYMENT, List.of(order.timerAt().toString()));
            case PICKING -> inTheWarehouse(order.times());
            case PAID, SHIPPED, COMPLETED, CANCELLED, EXPIRED, VOIDED, RETURNED_TO_SENDER -> reviewed(order);
        };
    }

    private static BlockedBy reviewed(Order order) {
        return switch (order.reviewStatus()) {
            case PENDING -> new BlockedBy(Kind.REVIEW, order.doubtList());
            case REJECTED -> only(Kind.REJECTED);
            case APPROVED -> only(Kind.READY);
        };
    }

    private static BlockedBy inTheWarehouse(FactTimes times) {
        return times.pickedAt == null
                ? only(Kind.TO_PICK)
                : times.packedAt == null ? only(Kind.TO_PACK) : only(Kind.TO_SEND);
    }

    private static BlockedBy onTheWay(FactTimes times) {
        if (times.deliveredAt != null) {
            return BlockedBy.NOTHING;
        }
        if (times.collectedAt != null) {
            return only(Kind.ON_THE_WAY);
        }
        return only(times.uncollectedAt == null ? Kind.TO_COLLECT : Kind.NOT_COLLECTED);
    }

    private static BlockedBy only(Kind kind) {
        return new BlockedBy(kind, List.of());
    }
}
