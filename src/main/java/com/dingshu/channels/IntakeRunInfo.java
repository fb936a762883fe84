package com.dingshu.channels;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is, and once it is finished: its report.
 *
 * @param shopId the shop of a back-fill, null for a rerun
 * @param reason what the payloads of a rerun waited for, null for a back-fill
 * @param changedFrom the beginning of the period of a back-fill, null for one by order numbers
 * @param placedUntil its end
 * @param listing whether the platform is still being asked which orders there are
 * @param counts how many things there are of each state, none left out
 * @param fetched how many orders the platform gave out
 * @param doubled how many things led to an order that another one led to as well; 0 when all is well
 * @param problem why it stopped before its end, empty when it did not
 */
public record IntakeRunInfo(
        UUID id,
        IntakeRunKind kind,
        @Nullable UUID shopId,
        String channel,
        @Nullable InboxReason reason,
        @Nullable Instant changedFrom,
        @Nullable Instant placedUntil,
        boolean listing,
        Map<IntakeRunItemState, Integer> counts,
        int fetched,
        int doubled,
        String problem,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    public int count(IntakeRunItemState state) {
        return counts.getOrDefault(state, 0);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many are in the system now. */
    public int inSystem() {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().inSystem())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    public boolean finished() {
        return finishedAt != null;
    }
}
