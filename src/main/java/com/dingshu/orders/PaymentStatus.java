package com.dingshu.orders;

/** Whether the money is there. */
public enum PaymentStatus {
    UNPAID,
    DEPOSIT_PAID,
    PAID,
    PARTIALLY_REFUNDED,
    REFUNDED,
    /** Never paid and not to be paid any more. */
    CLOSED
}
