package com.dingshu.audit;

import com.dingshu.tenancy.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step in the history of one thing.
 *
 * @param revision grows with time within a tenant; equal for everything changed in one transaction
 * @param reason what was given as the reason, if anything
 * @param fields what differs from the step before, in the order of the mapping
 */
public record Change(
        long revision, Instant at, Who who, @Nullable String reason, Kind kind, List<FieldChange> fields) {

    /** Whether the step made, changed or removed it. */
    public enum Kind {
        CREATED,
        CHANGED,
        DELETED
    }

    /** Who took the step. */
    public record Who(
            Actor.Kind kind,
            @Nullable UUID id,
            String name,
            @Nullable String device) {}

    /** A field before and after; values that are stored encrypted appear as bullets. */
    public record FieldChange(
            String field, @Nullable String before, @Nullable String after) {}
}
