package com.dingshu.orders;

/** What the channel says about the order, in the hub's words. Only facts; the hub's own anchor is derived from them. */
public enum SourceStatus {
    UNPAID,
    PAID,
    SHIPPED,
    COMPLETED,
    CANCELLED
}
