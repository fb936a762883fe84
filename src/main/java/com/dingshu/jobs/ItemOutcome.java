package com.dingshu.jobs;

import java.util.List;

/** What became of one item. */
public sealed interface ItemOutcome {

    /** It is done. */
    record Done() implements ItemOutcome {}

    /** There was nothing to do, or it must not be done now; {@code reasonKey} is the key of a text with {@code args}. */
    record Skipped(String reasonKey, List<String> args) implements ItemOutcome {

        public Skipped {
            args = List.copyOf(args);
        }
    }

    /** It went wrong; likewise. */
    record Failed(String reasonKey, List<String> args) implements ItemOutcome {

        public Failed {
            args = List.copyOf(args);
        }
    }
}
