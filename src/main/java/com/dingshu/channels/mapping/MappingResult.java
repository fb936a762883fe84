package com.dingshu.channels.mapping;

import java.util.List;
import java.util.Optional;

/** What became of a payload. */
public sealed interface MappingResult {

    /** Understood. */
    record Mapped(OrderDraft draft) implements MappingResult {}

    /** Not understood; every problem that was found, the most telling first. */
    record Unmappable(List<Problem> problems) implements MappingResult {
        public Problem first() {
            return problems.getFirst();
        }

        /** The problem that may be gone at another try; empty when the payload will be understood no better then. */
        public Optional<Problem> passing() {
            return problems.stream()
                    .filter(problem -> problem.kind() == Problem.Kind.TOO_SLOW)
                    .findFirst();
        }
    }
}
