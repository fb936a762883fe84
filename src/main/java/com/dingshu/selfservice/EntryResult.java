package com.dingshu.selfservice;

/** What a try to get in came to. Whatever was not proved is told without saying why. */
public sealed interface EntryResult {

    /** Proved; the token opens what was proved until the visit ends. */
    record Open(String token) implements EntryResult {}

    /** Something does not fit. */
    record Wrong(int triesLeft) implements EntryResult {}

    /** Tried too often; later again. */
    record Locked() implements EntryResult {}

    /** This network address asks too often. */
    record TooMany() implements EntryResult {}
}
