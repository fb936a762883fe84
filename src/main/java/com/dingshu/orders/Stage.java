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
    CLOSED
}
