package com.dingshu.orders;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts the time from the later of intake and payment to the outbound scan, in calendar time. A hold stops it: the due
 * time moves on by as long as it stood.
 */
@Embeddable
class FulfilmentClock {

    /** Behind every real due time, in microseconds; orders without a clock lie before it, the newest first. */
    private static final long FAR = Long.MAX_VALUE / 2;

    private @Nullable Instant clockStartedAt;
    private @Nullable Instant dueAt;
    private @Nullable Instant pausedAt;
    private @Nullable Instant clockStoppedAt;
    private long pausedSeconds;

    /** Sorts the board by time left: the due time in microseconds since 1970. */
    private long urgency;

    protected FulfilmentClock() {}

    FulfilmentClock(Instant placedAt) {
        this.urgency = withoutClock(placedAt);
    }

    void start(Instant at, Duration target) {
        if (clockStartedAt == null) {
            this.clockStartedAt = at;
            this.dueAt = at.plus(target);
        }
    }

    void pause(Instant now) {
        if (clockStartedAt != null && clockStoppedAt == null && pausedAt == null) {
            this.pausedAt = now.isBefore(clockStartedAt) ? clockStartedAt : now;
        }
    }

    void resume(Instant now) {
        if (pausedAt != null && dueAt != null) {
            Duration pause = now.isAfter(pausedAt) ? Duration.between(pausedAt, now) : Duration.ZERO;
            this.dueAt = dueAt.plus(pause);
            this.pausedSeconds += pause.toSeconds();
            this.pausedAt = null;
        }
    }

    void stop(Instant at) {
        resume(at);
        if (clockStartedAt != null && clockStoppedAt == null) {
            this.clockStoppedAt = at;
        }
    }

    /** The order will not be sent: there is nothing to be late for. */
    void abandon() {
        this.clockStartedAt = null;
        this.dueAt = null;
        this.pausedAt = null;
    }

    void sort(boolean waiting, Instant placedAt) {
        this.urgency = waiting && dueAt != null ? micros(dueAt) : withoutClock(placedAt);
    }

    /** When the time is over unless something stops it before; null when nothing runs. */
    @Nullable
    Instant runsOutAt() {
        return clockStoppedAt == null && pausedAt == null ? dueAt : null;
    }

    Instant dueOr(Instant otherwise) {
        return dueAt == null ? otherwise : dueAt;
    }

    private static long withoutClock(Instant placedAt) {
        return FAR - micros(placedAt);
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    Clocked clocked() {
        return of(clockStartedAt, dueAt, pausedAt, clockStoppedAt, pausedSeconds);
    }

    /** As the board shows it, from the columns. */
    static Clocked of(
            @Nullable Instant startedAt,
            @Nullable Instant dueAt,
            @Nullable Instant pausedAt,
            @Nullable Instant stoppedAt,
            long pausedSeconds) {
        if (startedAt == null || dueAt == null) {
            return new Clocked(ClockState.NONE, null, null, null, null);
        }
        if (stoppedAt != null) {
            Duration taken = Duration.between(startedAt, stoppedAt).minusSeconds(pausedSeconds);
            return new Clocked(ClockState.STOPPED, dueAt, null, stoppedAt, taken);
        }
        return pausedAt != null
                ? new Clocked(ClockState.PAUSED, dueAt, pausedAt, null, null)
                : new Clocked(ClockState.RUNNING, dueAt, null, null, null);
    }
}
