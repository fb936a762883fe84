package com.dingshu.channels.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one standard field is read.
 *
 * @param from alternatives: the first that gives a value is taken
 * @param sum amounts to add up exactly; a leading {@code -} subtracts
 * @param join texts to put together, blank ones left out
 * @param separator between the joined texts
 * @param values the platform's words to the hub's, for statuses and codes
 * @param otherwise taken when there is no value
 * @param each for an amount that each line repeats or carries its part of: checked against this total
 */
record FieldRule(
        List<Source> from,
        List<Term> sum,
        List<Source> join,
        String separator,
        Map<String, String> values,
        @Nullable String otherwise,
        boolean each) {

    /** A summand with its sign. */
    record Term(Source source, boolean negative) {}

    /** The rule's sources as written, for people. */
    String text() {
        if (!sum.isEmpty()) {
            return String.join(
                            " ",
                            sum.stream()
                                    .map(t -> (t.negative() ? "− " : "+ ")
                                            + t.source().text())
                                    .toList())
                    .replaceFirst("^\\+ ", "");
        }
        List<Source> sources = join.isEmpty() ? from : join;
        return String.join(
                join.isEmpty() ? " | " : " & ",
                sources.stream().map(Source::text).toList());
    }
}
