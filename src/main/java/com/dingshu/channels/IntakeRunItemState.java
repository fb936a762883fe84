package com.dingshu.channels;

/** What became of one payload or order of a run. */
public enum IntakeRunItemState {
    WAITING,
    /** It is a new order now. */
    CREATED,
    /** The order was known and is up to date now. */
    CHANGED,
    /** It was in the system already, as it is. */
    PRESENT,
    /** It is stored but not understood; it waits in the inbox with its reason. */
    REPAIR,
    /** The platform knows no such order. */
    MISSING,
    /** It could not be fetched, or not be run. */
    FAILED;

    /** Whether the order is in the system. */
    public boolean inSystem() {
        return this == CREATED || this == CHANGED || this == PRESENT;
    }
}
