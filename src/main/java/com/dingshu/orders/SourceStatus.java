package com.dingshu.orders;

/** What the channel says about the order, in the hub's words. Only facts; the hub's own anchor is derived from them. */
public enum SourceStatus {
    UNPAID,
    /** Paid, but the channel forbids sending it for now, e.g. a group purchase that is not complete. */
    PAID_WAITING,
    PAID,
    SHIPPED,
    COMPLETED,
    CANCELLED
}
