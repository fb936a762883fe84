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
    /** Held because it is paid and pieces are missing: refund, wait for goods, or send from elsewhere. */
    PAID_SHORT,
    SHIPPED,
    COMPLETED,
    /** Closed, and the money that was paid is to go back. */
    REFUND_DUE,
    CLOSED;

    static Stage of(Order order) {
        return switch (order.anchor()) {
            case PENDING_CONFIRMATION -> order.isHeld() ? EXCEPTION : UNPAID;
            case PAID -> order.isHeld() ? held(order) : reviewed(order.reviewStatus());
            case PICKING -> order.isHeld() ? held(order) : TO_SHIP;
            case SHIPPED -> SHIPPED;
            case COMPLETED -> COMPLETED;
            case CANCELLED, EXPIRED, VOIDED -> order.refundMinor() > 0 ? REFUND_DUE : CLOSED;
            case RETURNED_TO_SENDER -> CLOSED;
        };
    }

    private static Stage held(Order order) {
        return order.isPaidButShort() ? PAID_SHORT : EXCEPTION;
    }

    private static Stage reviewed(ReviewStatus review) {
        return switch (review) {
            case REJECTED -> EXCEPTION;
            case PENDING -> REVIEW;
            case APPROVED -> TO_SHIP;
        };
    }
}
