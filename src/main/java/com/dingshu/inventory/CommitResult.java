package com.dingshu.inventory;

/** What became of an order's held pieces when it was paid. */
public enum CommitResult {
    COMMITTED,
    /** They were committed, or have even left, before. */
    ALREADY_COMMITTED,
    /** The order holds nothing, or no longer: {@link Stock#reserveAgain} may still get pieces. */
    NOTHING_HELD
}
