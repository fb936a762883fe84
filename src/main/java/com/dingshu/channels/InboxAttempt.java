package com.dingshu.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a payload which did not go in at once.
 *
 * @param step what came of it, or what a person did
 * @param problemKind why it did not go in, null when it did
 * @param problemDetail what was found; the reason given for a discard
 * @param mappingVersion the version it was mapped by, 0 when it did not come to that
 * @param by the person's name; null when the product did it by itself
 */
public record InboxAttempt(
        Instant at,
        Step step,
        @Nullable String problemKind,
        @Nullable String problemField,
        @Nullable String problemDetail,
        int mappingVersion,
        @Nullable String orderNumber,
        @Nullable String by) {

    /** What happened. */
    public enum Step {
        /** Tried and not understood, or refused. */
        REJECTED,
        /** Did not work; tried again by itself. */
        FAILED,
        /** Did not work for the last time. */
        GIVEN_UP,
        /** Went in. */
        WENT_IN,
        /** A person had it run again. */
        RERUN,
        /** A person gave it up. */
        DISCARDED
    }
}
