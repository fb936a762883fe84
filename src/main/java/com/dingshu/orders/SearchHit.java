package com.dingshu.orders;

/** An order found by the omnibox, and by what. */
public record SearchHit(OrderSummary order, By by) {

    /** What the text turned out to be. */
    public enum By {
        NUMBER,
        CHANNEL_NUMBER,
        PHONE,
        LAST_FOUR,
        NAME,
        SKU,
        /** Found by another module, such as by a waybill number. */
        ELSEWHERE
    }
}
