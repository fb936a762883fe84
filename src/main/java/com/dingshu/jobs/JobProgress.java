package com.dingshu.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param endedAt null while items are left
 */
public record JobProgress(
        JobId id,
        String kind,
        String title,
        int total,
        int done,
        int skipped,
        int failed,
        Instant startedAt,
        @Nullable Instant endedAt) {

    public boolean ended() {
        return endedAt != null;
    }

    /** Items that have a result. */
    public int settled() {
        return done + skipped + failed;
    }
}
