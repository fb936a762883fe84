package com.dingshu.tenancy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody still has to find out or put right after an intervention by hand.
 *
 * @param dueOn the last day for it, in the merchant's calendar
 * @param state how it stands today
 * @param doneAt null until it is done
 * @param outcome what came of it
 */
public record FollowUp(
        LocalDate dueOn,
        State state,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        @Nullable String outcome) {

    /** How a follow-up stands. */
    public enum State {
        OPEN,
        /** The day it was due on has passed. */
        MISSED,
        DONE
    }
}
