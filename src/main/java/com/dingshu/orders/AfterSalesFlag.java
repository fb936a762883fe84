package com.dingshu.orders;

/** What is going on after the sale, as a mark on the order. */
public enum AfterSalesFlag {
    /** The channel closed the order though the goods had left. */
    CHANNEL_REFUND,
    /** The buyer has asked the channel for money back, and nothing is decided yet. */
    REFUND_ASKED,
    /** Pieces were refunded before the goods left; the rest is sent. */
    PIECES_REFUNDED,
    /** The carrier reports that the parcel was refused. */
    REFUSED
}
