package com.dingshu.fulfilment;

/** The three things a warehouse worker does. */
public enum ScanKind {
    PICK,
    PACK,
    OUTBOUND
}
