package com.dingshu.channels;

/** What a row did. */
public enum FileRowOutcome {
    CREATED,
    CHANGED,
    UNCHANGED,
    /** Nothing was taken in; the row's payload waits in the inbox with the reason. */
    REFUSED
}
