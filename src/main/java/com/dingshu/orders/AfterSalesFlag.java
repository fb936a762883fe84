package com.dingshu.orders;

/** What is going on after the sale, as a mark on the order. */
public enum AfterSalesFlag {
    /** The channel closed the order though the goods had left. */
    CHANNEL_REFUND,
    /** The carrier reports that the parcel was refused. */
    REFUSED
}
