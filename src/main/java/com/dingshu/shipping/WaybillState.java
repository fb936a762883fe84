package com.dingshu.shipping;

/** The life of one wish for a waybill. */
public enum WaybillState {
    /** Written down; the carrier has not answered yet. */
    REQUESTED,
    ISSUED,
    /** The carrier said no. */
    REFUSED,
    /** To be taken back; the carrier has not confirmed yet. */
    CANCELLING,
    CANCELLED;

    /** Being taken back, or taken back. */
    public boolean goingOrGone() {
        return this == CANCELLING || this == CANCELLED;
    }

    /** Stands for the parcel now; the others are history. */
    boolean live() {
        return this == REQUESTED || this == ISSUED || this == CANCELLING;
    }
}
