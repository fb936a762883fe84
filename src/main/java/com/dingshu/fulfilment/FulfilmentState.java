package com.dingshu.fulfilment;

/** How far the warehouse is with a parcel. */
public enum FulfilmentState {
    OPEN,
    IN_PROGRESS,
    PICKED,
    PACKED,
    SHIPPED,
    CANCELLED;

    /** Whether the parcel is still in the house and can be stopped. */
    public boolean inTheHouse() {
        return this != SHIPPED && this != CANCELLED;
    }
}
