package com.dingshu.channels;

/** What a run does. */
public enum IntakeRunKind {
    /** Runs payloads again that waited for one reason. */
    RERUN,
    /** Fetches orders that were missed from the platform. */
    BACKFILL
}
