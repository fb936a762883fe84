package com.dingshu.channels;

/** How far a raw payload has come. */
public enum RawState {
    /** Stored; the product will go on with it by itself. */
    RECEIVED,
    /** Understood, about to be handed to the orders. */
    MAPPED,
    /** In the system: it made or changed an order. */
    APPLIED,
    /** In the system already: the order was as the payload says. */
    DUPLICATE,
    /** Older than what the order knows; it changed nothing. */
    SUPERSEDED,
    /** Not understood or refused; waits for a person to repair. */
    REJECTED,
    /** Did not work this time; the product tries again by itself. */
    FAILED,
    /** Failed so often that it waits for a person. */
    DEAD,
    /** In the system after a repair. */
    REPLAYED,
    /** Given up by a person, or about no order at all. */
    DISCARDED;

    /** Whether the order it tells of is in the system as the payload says, or newer. */
    public boolean inSystem() {
        return this == APPLIED || this == DUPLICATE || this == SUPERSEDED || this == REPLAYED;
    }

    /** Whether a person has to do something. */
    public boolean needsRepair() {
        return this == REJECTED || this == DEAD || this == FAILED;
    }
}
