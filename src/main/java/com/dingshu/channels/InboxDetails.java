package com.dingshu.channels;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A raw payload with all that helps to repair it, contact data masked.
 *
 * @param origin how it came
 * @param signed whether it came over a signed push or call
 * @param size of the body in bytes
 * @param payload the body line by line; empty when it cannot be read as JSON
 * @param current how the mapping in use reads it
 * @param draft how the draft reads it, null when there is none
 * @param alike how many wait for the same reason, this one included
 * @param alikeSince when the first of them came
 * @param attempts what was tried and done since it did not go in at once, oldest first
 */
public record InboxDetails(
        InboxSummary summary,
        String origin,
        boolean signed,
        Map<String, String> headers,
        int size,
        List<PayloadLine> payload,
        PayloadReading current,
        @Nullable PayloadReading draft,
        int alike,
        @Nullable Instant alikeSince,
        List<InboxAttempt> attempts) {}
