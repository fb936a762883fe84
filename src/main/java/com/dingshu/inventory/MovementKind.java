package com.dingshu.inventory;

/** What a line of the ledger tells of. */
public enum MovementKind {
    /** Pieces came in. */
    RECEIVED,
    /** The count was put right by hand. */
    ADJUSTED,
    /** Held for an unpaid order. */
    RESERVED,
    /** Held pieces became those of a paid order. */
    COMMITTED,
    /** Taken for an order that came in paid, or was paid after it had given its pieces back. */
    TAKEN_PAID,
    /** Given back by an order. */
    RELEASED,
    /** Left the building. */
    SHIPPED,
    /** Another share is kept back than before; no piece has moved. */
    BUFFER_CHANGED
}
