package com.dingshu.orders;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The clock from intake to outbound. Counted in calendar time from the later of intake and payment; holds stop it.
 *
 * @param dueAt the latest time of the outbound scan; moves on with every pause. Null when there is no clock
 * @param pausedAt since when it stands, null unless it is paused
 * @param stoppedAt when the goods left, null before
 * @param taken time used from start to outbound without pauses, null before
 */
public record Clocked(
        ClockState state,
        @Nullable Instant dueAt,
        @Nullable Instant pausedAt,
        @Nullable Instant stoppedAt,
        @Nullable Duration taken) {

    /** Whether the goods should have left by now, or left too late. */
    public boolean overdue(Instant now) {
        return switch (state) {
            case NONE -> false;
            case RUNNING -> dueAt != null && !now.isBefore(dueAt);
            case PAUSED -> dueAt != null && pausedAt != null && !pausedAt.isBefore(dueAt);
            case STOPPED -> dueAt != null && stoppedAt != null && stoppedAt.isAfter(dueAt);
        };
    }
}
