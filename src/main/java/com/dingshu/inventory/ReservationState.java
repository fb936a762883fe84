package com.dingshu.inventory;

/** Where a reservation stands. It ends once: consumed or released. */
public enum ReservationState {
    HELD,
    COMMITTED,
    CONSUMED,
    RELEASED
}
