package com.dingshu.inventory;

/** Why an order gives its pieces back. */
public enum ReleaseCause {
    PAYMENT_TIMEOUT,
    CANCELLED_BY_BUYER,
    CANCELLED,
    VOIDED,
    REFUNDED
}
