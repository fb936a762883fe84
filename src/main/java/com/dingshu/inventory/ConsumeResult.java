package com.dingshu.inventory;

/** What became of an order's committed pieces at the outbound scan. */
public enum ConsumeResult {
    CONSUMED,
    ALREADY_CONSUMED,
    /** They are not committed: not paid, or given back. Nothing has changed and nothing may leave. */
    NOT_COMMITTED
}
