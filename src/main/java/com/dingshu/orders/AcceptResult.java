package com.dingshu.orders;

import java.util.List;
import java.util.UUID;

/** What became of a snapshot that a channel, a file or a person handed in. */
public sealed interface AcceptResult {

    /** A new order. */
    record Created(UUID orderId, String orderNumber) implements AcceptResult {}

    /** A known order that changed; {@code changes} names the steps, e.g. PAID, CANCELLED, CONTACT_CHANGED. */
    record Updated(UUID orderId, String orderNumber, List<String> changes) implements AcceptResult {

        public Updated {
            changes = List.copyOf(changes);
        }
    }

    /** Nothing new in it. */
    record Unchanged(UUID orderId, String orderNumber) implements AcceptResult {}

    /** Older than what is known; it changed nothing. */
    record Superseded(UUID orderId, String orderNumber) implements AcceptResult {}

    /** Not acceptable: {@code field} says which part, {@code reason} what is wrong with it. Nothing was stored. */
    record Rejected(String field, String reason) implements AcceptResult {}
}
