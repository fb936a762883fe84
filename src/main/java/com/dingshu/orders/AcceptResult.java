package com.dingshu.orders;

import java.util.List;
import java.util.UUID;

/** What became of one snapshot that was handed to {@code Orders.accept}. */
public sealed interface AcceptResult {

    /** A new order. */
    record Created(UUID orderId, String orderNumber) implements AcceptResult {}

    /** A known order that changed; the changes in short words for the inbox, e.g. {@code paid}, {@code address}. */
    record Updated(UUID orderId, String orderNumber, List<String> changes) implements AcceptResult {
        public Updated {
            changes = List.copyOf(changes);
        }
    }

    /** A known order that already is as the snapshot says. */
    record Unchanged(UUID orderId, String orderNumber) implements AcceptResult {}

    /** Older than what is known: nothing was changed. */
    record Superseded(UUID orderId, String orderNumber) implements AcceptResult {}

    /** Not acceptable; the field of the standard model and the reason. No order was made or changed. */
    record Rejected(String field, String reason) implements AcceptResult {}
}
