package com.dingshu.bench;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the report: the median of the rounds with its range.
 *
 * @param bar what is asked for, in words
 * @param met whether the median reaches it
 * @param floor the least work for the same, measured in turn with it
 */
record Row(
        String job,
        String unit,
        double median,
        double min,
        double max,
        String bar,
        boolean met,
        @Nullable Row floor) {

    /** The same with the floor it is held against. */
    Row besides(Row itsFloor) {
        return new Row(job, unit, median, min, max, bar, met, itsFloor);
    }

    static Row atLeast(String job, String unit, double[] rounds, double bar) {
        return row(job, unit, rounds, "≥ " + number(bar), median(rounds) >= bar);
    }

    static Row atMost(String job, String unit, double[] rounds, double bar) {
        return row(job, unit, rounds, "≤ " + number(bar), median(rounds) <= bar);
    }

    static Row plain(String job, String unit, double[] rounds) {
        return row(job, unit, rounds, "", true);
    }

    static double median(double[] rounds) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    String line() {
        String verdict = bar.isEmpty() ? "" : met ? "ok" : "MISSED";
        return String.format(
                        Locale.ROOT,
                        "%-52s %12s %-9s %10s – %-10s %-10s %s",
                        job,
                        number(median),
                        unit,
                        number(min),
                        number(max),
                        bar,
                        verdict)
                + (floor == null ? "" : floored(floor));
    }

    private String floored(Row its) {
        return String.format(
                Locale.ROOT,
                "   %s %s (%s – %s), ratio %.2f",
                its.job(),
                number(its.median()),
                number(its.min()),
                number(its.max()),
                median / its.median());
    }

    private static Row row(String job, String unit, double[] rounds, String bar, boolean met) {
        return new Row(
                job,
                unit,
                median(rounds),
                Arrays.stream(rounds).min().orElse(0),
                Arrays.stream(rounds).max().orElse(0),
                bar,
                met,
                null);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%,.0f", value);
    }
}
