package com.dingshu.inventory;

/** What became of an order's pieces when it no longer wanted them. */
public enum ReleaseResult {
    RELEASED,
    /** It has none, or gave them back before. */
    NOTHING_HELD,
    /** They have left the building and come back only as a return. */
    ALREADY_SHIPPED
}
