package com.dingshu.orders;

import java.util.List;

/**
 * Why the order is not further than it is, in one glance (卡点).
 *
 * @param args what the wording of the kind needs: for {@code HOLD} the hold's {@link HoldReason} and code, then the code's own
 *     arguments; for {@code AWAITING_PAYMENT} the moment it closes, as ISO text; for {@code REVIEW} the codes of the doubts;
 *     else empty
 */
public record BlockedBy(Kind kind, List<String> args) {

    public static final BlockedBy NOTHING = new BlockedBy(Kind.NOTHING, List.of());

    /** What sort of obstacle. */
    public enum Kind {
        /** Closed or with the customer: nothing is to be done. */
        NOTHING,
        /** Could go to the warehouse now. */
        READY,
        AWAITING_PAYMENT,
        REVIEW,
        REJECTED,
        HOLD,
        TO_PICK,
        TO_PACK,
        TO_SEND,
        TO_COLLECT,
        /** The carrier should have fetched it long ago. */
        NOT_COLLECTED,
        ON_THE_WAY,
        /** Closed after it was paid: the money is to go back. */
        REFUND_DUE
    }

    public BlockedBy {
        args = List.copyOf(args);
    }

    /** The kind, and of a hold its reason and code: what many orders have in common. */
    BlockedBy kindOnly() {
        return new BlockedBy(kind, kind == Kind.HOLD ? args.subList(0, Math.min(2, args.size())) : List.of());
    }

    /** Whether it is a hold for this reason. */
    public boolean isHold(HoldReason reason) {
        return kind == Kind.HOLD && !args.isEmpty() && args.getFirst().equals(reason.name());
    }
}
