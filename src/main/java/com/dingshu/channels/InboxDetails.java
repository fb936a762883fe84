package com.dingshu.channels;

import com.dingshu.channels.mapping.FieldTrace;
import com.dingshu.channels.mapping.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A raw payload with all that helps to repair it.
 *
 * @param origin how it came
 * @param signed whether it came over a signed push or call
 * @param body the very bytes that came
 * @param problems everything that is wrong with it by the current mapping, empty when it maps
 * @param trace how the current mapping reads each field; empty when it cannot be read at all
 * @param mappingVersion the current mapping's number
 * @param alike how many wait for the same reason, this one included
 * @param alikeSince when the first of them came
 */
public record InboxDetails(
        InboxSummary summary,
        String origin,
        boolean signed,
        Map<String, String> headers,
        byte[] body,
        List<Problem> problems,
        List<FieldTrace> trace,
        int mappingVersion,
        int alike,
        @Nullable Instant alikeSince) {}
