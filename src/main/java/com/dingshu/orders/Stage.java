package com.dingshu.orders;

/**
 * The pile an order lies on: each order on exactly one. Follows from anchor, review and holds; the board's views and
 * counters are made of it.
 */
public enum Stage {
    UNPAID,
    /** Paid, and the rules have a doubt. */
    REVIEW,
    /** Paid, approved and held by nothing: waits for the warehouse or is in it. */
    TO_SHIP,
    /** Held or rejected: needs a person. */
    EXCEPTION,
    SHIPPED,
    COMPLETED,
    CLOSED;

    static Stage of(Anchor anchor, ReviewStatus review, boolean held) {
        return switch (anchor) {
            case PENDING_CONFIRMATION -> held ? EXCEPTION : UNPAID;
            case PAID ->
                held || review == ReviewStatus.REJECTED ? EXCEPTION : review == ReviewStatus.PENDING ? REVIEW : TO_SHIP;
            case PICKING -> held ? EXCEPTION : TO_SHIP;
            case SHIPPED -> SHIPPED;
            case COMPLETED -> COMPLETED;
            case CANCELLED, EXPIRED, VOIDED, RETURNED_TO_SENDER -> CLOSED;
        };
    }
}
