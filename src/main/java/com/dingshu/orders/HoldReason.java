package com.dingshu.orders;

/** Why an order is kept from going on. */
public enum HoldReason {
    /** The channel or a file says it is paid, but nothing proves it. */
    AWAITING_PAYMENT,
    ADDRESS_RISK,
    BEHAVIOUR_RISK,
    PRICE_RISK,
    SHORTAGE,
    AFTER_SALES,
    PRESALE_BALANCE,
    COMPLIANCE,
    MANUAL
}
