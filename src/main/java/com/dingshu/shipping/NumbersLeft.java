package com.dingshu.shipping;

/** How many waybill numbers a merchant can still draw from a carrier (单号余量). */
public sealed interface NumbersLeft {

    /** The carrier sells numbers in advance. */
    record Counted(long left) implements NumbersLeft {}

    /** Parcels are billed afterwards: there is nothing to run out of. */
    record NotCounted() implements NumbersLeft {}

    /** The carrier could not be asked. */
    record Unknown(String reason) implements NumbersLeft {}
}
