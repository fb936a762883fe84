package com.dingshu.insight.ui;

import com.dingshu.insight.OverviewFigures;
import com.dingshu.insight.Period;
import com.dingshu.uikit.Chart;
import com.dingshu.uikit.Chart.Kind;
import com.dingshu.uikit.Chart.Plot;
import com.dingshu.uikit.Chart.Series;
import com.dingshu.uikit.Formats;
import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Orders by day and channel, and by hour beside the day before; each with a table of the same figures. */
final class OrderCharts {

    private static final int HOURS = 24;
    /** More channels than colours: the smallest ones are drawn together. */
    private static final int MOST_CHANNELS = 6;

    private final Formats formats;
    private @Nullable Chart days;
    private @Nullable Chart hours;

    OrderCharts(Formats formats) {
        this.formats = formats;
    }

    Chart days() {
        return days = days == null ? new Chart(empty()) : days;
    }

    Chart hours() {
        return hours = hours == null ? new Chart(empty()) : hours;
    }

    void show(OverviewFigures figures, Period period) {
        days().show(byDay(figures));
        hours().show(byHour(figures, period));
    }

    private Plot byDay(OverviewFigures figures) {
        Map<LocalDate, Map<String, Long>> days = figures.days();
        List<String> channels = channels(days.values());
        List<Series> series = channels.stream()
                .map(channel -> new Series(
                        say("orders.channel." + channel),
                        days.values().stream()
                                .map(day -> (double) day.getOrDefault(channel, 0L))
                                .toList(),
                        false,
                        false))
                .toList();
        return new Plot(
                Kind.STACKED_COLUMNS,
                say("insight.chart.days"),
                say("insight.chart.days.note", days.size()),
                null,
                days.keySet().stream().map(formats::day).toList(),
                series,
                null,
                busiest(days));
    }

    /** The channels with orders, the biggest first. */
    private static List<String> channels(Collection<Map<String, Long>> days) {
        Map<String, Long> sums = new HashMap<>();
        days.forEach(day -> day.forEach((channel, orders) -> sums.merge(channel, orders, Long::sum)));
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(MOST_CHANNELS)
                .toList();
    }

    private String busiest(Map<LocalDate, Map<String, Long>> days) {
        var busiest = days.entrySet().stream()
                .max(Comparator.comparingLong(day -> sum(day.getValue())))
                .orElseThrow();
        return say("insight.chart.days.finding", formats.day(busiest.getKey()), formats.count(sum(busiest.getValue())));
    }

    private static long sum(Map<String, Long> day) {
        return day.values().stream().mapToLong(Long::longValue).sum();
    }

    private Plot byHour(OverviewFigures figures, Period period) {
        String key = period.running() ? "today" : "yesterday";
        int last = figures.hours().size() - 1;
        long soFar = figures.hours().stream().mapToLong(Long::longValue).sum();
        long before = figures.hoursBefore().stream().mapToLong(Long::longValue).sum();
        return new Plot(
                Kind.LINES,
                say("insight.chart.hours"),
                say("insight.chart.hours." + key),
                null,
                IntStream.range(0, HOURS).mapToObj(hour -> hour + ":00").toList(),
                List.of(
                        new Series(say("insight.day." + key), padded(figures.hours()), false, true),
                        new Series(say("insight.before." + key), padded(figures.hoursBefore()), true, false)),
                null,
                say("insight.chart.hours.finding." + key, last, formats.count(soFar), formats.count(before)));
    }

    /** Hours that are still to come have no figure. */
    private static List<@Nullable Double> padded(List<Long> hours) {
        var values = new ArrayList<@Nullable Double>();
        for (int hour = 0; hour < HOURS; hour++) {
            values.add(hour < hours.size() ? hours.get(hour).doubleValue() : null);
        }
        return values;
    }

    private static Plot empty() {
        return new Plot(Kind.LINES, "", null, null, List.of(), List.of(), null, "");
    }

    private static String say(String key, Object... args) {
        return UI.getCurrent().getTranslation(key, args);
    }
}
