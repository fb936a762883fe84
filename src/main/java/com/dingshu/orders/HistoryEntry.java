package com.dingshu.orders;

import com.dingshu.audit.Change;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything of one order that changed in one transaction: who, when, what and why.
 *
 * @param parts the order itself first, then lines, holds and notes
 */
public record HistoryEntry(
        long revision, Instant at, Change.Who who, @Nullable String reason, List<Part> parts) {

    public HistoryEntry {
        parts = List.copyOf(parts);
    }

    /** What a part of the order is. */
    public enum Kind {
        ORDER,
        LINE,
        HOLD,
        NOTE
    }

    /**
     * One row that changed.
     *
     * @param fields what it was and is; nothing of contact data but its masked forms
     */
    public record Part(Kind kind, Change.Kind how, List<Change.FieldChange> fields) {

        public Part {
            fields = List.copyOf(fields);
        }
    }
}
