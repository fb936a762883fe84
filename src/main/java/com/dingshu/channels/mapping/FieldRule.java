package com.dingshu.channels.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one standard field is read.
 *
 * @param from alternatives: the first that gives a value is taken
 * @param sum amounts to add up exactly; a leading {@code -} subtracts
 * @param join texts to put together, blank ones left out; each by alternatives as in {@code from}
 * @param separator between the joined texts
 * @param values the platform's words to the hub's; {@code *} stands for every word not listed. Of a status a word that is
 *     not listed is a problem, of any other field it is no value
 * @param otherwise taken when there is no value
 * @param each for an amount that each line repeats or carries its part of: checked against this total
 * @param complete for a sum that is none unless all of its parts are there
 */
record FieldRule(
        List<Source> from,
        List<Term> sum,
        List<List<Source>> join,
        String separator,
        Map<String, String> values,
        @Nullable String otherwise,
        boolean each,
        boolean complete) {

    /** A summand with its sign. */
    record Term(Source source, boolean negative) {}

    /** The hub's word for one of the platform's; null when it is not listed. */
    @Nullable
    String word(String theirs) {
        @Nullable String ours = values.get(theirs);
        return ours == null ? values.get("*") : ours;
    }

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
        return join.isEmpty()
                ? alternatives(from)
                : String.join(" & ", join.stream().map(FieldRule::alternatives).toList());
    }

    private static String alternatives(List<Source> sources) {
        return String.join(" | ", sources.stream().map(Source::text).toList());
    }
}
