package com.dingshu.orders.views;

/** What came of keeping or renaming a view. */
public sealed interface KeepResult {

    record Kept(KeptView view) implements KeepResult {}

    record Refused(Why why) implements KeepResult {}

    /** Why nothing was kept. */
    enum Why {
        NAME_MISSING,
        /** Longer than 20 characters: it would not fit a tab. */
        NAME_TOO_LONG,
        /** The same person has another view of this name. */
        NAME_TAKEN,
        /** A person keeps at most 12. */
        TOO_MANY
    }
}
