package com.dingshu.simulator;

import java.time.Instant;

/** What happened to an order: the source of a push message. */
public record Change(Kind kind, SimOrder order, Instant at, String messageId) {

    /** The kinds of change that platforms tell about. */
    public enum Kind {
        CREATED,
        PAID,
        SHIPPED,
        COMPLETED,
        CANCELLED,
        ADDRESS,
        TOUCHED
    }
}
