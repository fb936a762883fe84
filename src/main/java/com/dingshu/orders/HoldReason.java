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
    MANUAL;

    /** Which case of {@link #MANUAL} a person's own hold is. */
    static final String BY_HAND = "by-hand";

    /** What the hub finds out and settles by itself; a person neither places nor lifts it at will. */
    public boolean isTheHubsOwn() {
        return this == AWAITING_PAYMENT || this == SHORTAGE;
    }
}
