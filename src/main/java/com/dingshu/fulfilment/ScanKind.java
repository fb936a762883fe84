package com.dingshu.fulfilment;

/** What a warehouse worker does: the three steps of a parcel, and to settle a scan that the hub could not take. */
public enum ScanKind {
    PICK,
    PACK,
    OUTBOUND,
    RESOLVE
}
