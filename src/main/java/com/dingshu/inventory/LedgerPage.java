package com.dingshu.inventory;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the ledger, newest first.
 *
 * @param next where the next page begins; null when this is the last one
 */
public record LedgerPage(List<LedgerLine> lines, @Nullable Position next) {

    /** Where a page begins: for each warehouse the number below which its lines are still to come. */
    public record Position(Map<UUID, Long> below) {
        public Position {
            below = Map.copyOf(below);
        }
    }
}
