package com.dingshu.tenancy;

/** Where a merchant stands in its life with Dingshu. */
public enum TenantStatus {
    TRIAL,
    ACTIVE,
    PAST_DUE,
    SUSPENDED,
    CLOSED,
    ERASED;

    /** Whether its people may sign in and its jobs run. */
    public boolean operating() {
        return this == TRIAL || this == ACTIVE || this == PAST_DUE;
    }
}
