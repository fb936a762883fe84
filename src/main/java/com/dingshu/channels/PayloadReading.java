package com.dingshu.channels;

import com.dingshu.channels.mapping.FieldTrace;
import com.dingshu.channels.mapping.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one version of a mapping reads a payload; nothing is changed by it.
 *
 * @param version the mapping's number
 * @param problems everything that is wrong, empty when it maps
 * @param trace every field with its source and result, contact data masked
 * @param outcome what a rerun would take in, null when it would not
 */
public record PayloadReading(
        int version,
        List<Problem> problems,
        List<FieldTrace> trace,
        @Nullable Outcome outcome) {

    /** What would be taken in. */
    public record Outcome(
            String channelOrderNo, String status, long paidMinor, String currency, int lines, int pieces) {}
}
