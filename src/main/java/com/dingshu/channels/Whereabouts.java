package com.dingshu.channels;

import java.util.List;
import java.util.Optional;

/**
 * The answer to “is it in the system?” for one channel order number.
 *
 * @param payloads everything received about it, oldest first
 */
public record Whereabouts(String channelOrderNo, Answer answer, List<InboxSummary> payloads) {

    /** How far the order has come. */
    public enum Answer {
        /** Nothing about it was ever received. */
        UNKNOWN,
        /** Received; the product is still at it. */
        RECEIVED,
        /** Understood, not yet an order. */
        MAPPED,
        /** In the system. */
        APPLIED,
        /** Received, but it needs a repair. */
        FAILED
    }

    /** Our order number, once there is one. */
    public Optional<String> orderNumber() {
        return payloads.stream()
                .map(InboxSummary::orderNumber)
                .filter(number -> number != null && !number.isEmpty())
                .reduce((first, last) -> last);
    }
}
