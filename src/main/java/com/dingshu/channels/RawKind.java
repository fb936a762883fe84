package com.dingshu.channels;

/** What a raw payload is about. */
public enum RawKind {
    /** A whole order. */
    ORDER,
    /** Says that an order changed; the order itself has to be fetched. */
    NOTICE,
    /** An order's receiver in clear, as the platform decrypted it for us. */
    RECEIVER,
    /** An order out of a file. */
    FILE,
    /** Something that is about no order. */
    OTHER
}
