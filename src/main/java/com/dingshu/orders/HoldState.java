package com.dingshu.orders;

/** What became of a hold. */
public enum HoldState {
    ACTIVE,
    RELEASED,
    REJECTED,
    EXPIRED
}
