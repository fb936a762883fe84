package com.dingshu.channels.mapping;

import java.util.List;

/** What became of a payload. */
public sealed interface MappingResult {

    /** Understood. */
    record Mapped(OrderDraft draft) implements MappingResult {}

    /** Not understood; every problem that was found, the most telling first. */
    record Unmappable(List<Problem> problems) implements MappingResult {
        public Problem first() {
            return problems.getFirst();
        }
    }
}
