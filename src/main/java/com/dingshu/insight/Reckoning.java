package com.dingshu.insight;

import com.dingshu.orders.HourFigures;
import com.dingshu.orders.ShopDayFigures;
import com.dingshu.tenancy.ShopInfo;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Sums the kept counts up to what the start page shows. Pure arithmetic. */
record Reckoning(Map<UUID, ShopInfo> shopsById, List<ShopDayFigures> shopDays, List<HourFigures> hourFigures) {

    /** All shops together, both days included. */
    Sales sales(LocalDate from, LocalDate to) {
        return shopDays.stream()
                .filter(day -> within(day.day(), from, to))
                .map(day -> Sales.of(day.placed(), day.sold(), currency(day.shopId()), day.soldMinor()))
                .reduce(Sales.NONE, Sales::plus);
    }

    /** A day up to a time; the hour that is not over counts with the part of it that has passed. */
    Sales until(LocalDate day, LocalTime time) {
        return hourFigures.stream()
                .filter(hour -> hour.day().equals(day) && hour.hour() <= time.getHour())
                .map(hour -> part(hour, hour.hour() < time.getHour() ? 3600 : time.toSecondOfDay() % 3600))
                .reduce(Sales.NONE, Sales::plus);
    }

    private Sales part(HourFigures hour, long seconds) {
        return Sales.of(
                hour.placed() * seconds / 3600,
                hour.sold() * seconds / 3600,
                currency(hour.shopId()),
                hour.soldMinor() * seconds / 3600);
    }

    /** Orders of each hour from midnight to the last one, that one included. */
    List<Long> hours(LocalDate day, int last) {
        return LongStream.rangeClosed(0, last)
                .map(hour -> hourFigures.stream()
                        .filter(figures -> figures.day().equals(day) && figures.hour() == hour)
                        .mapToLong(HourFigures::placed)
                        .sum())
                .boxed()
                .toList();
    }

    /** Orders of each day by channel; days without an order are there. */
    SortedMap<LocalDate, Map<String, Long>> days(LocalDate from, LocalDate to) {
        SortedMap<LocalDate, Map<String, Long>> days = new TreeMap<>();
        from.datesUntil(to.plusDays(1)).forEach(day -> days.put(day, new HashMap<>()));
        shopDays.stream().filter(day -> within(day.day(), from, to)).forEach(day -> days.computeIfAbsent(
                        day.day(), missing -> new HashMap<>())
                .merge(channel(day.shopId()), day.placed(), Long::sum));
        return days;
    }

    List<ShopSales> shops(LocalDate from, LocalDate to) {
        return shopDays.stream()
                .filter(day -> within(day.day(), from, to) && shopsById.containsKey(day.shopId()))
                .collect(Collectors.groupingBy(ShopDayFigures::shopId))
                .entrySet()
                .stream()
                .map(entry -> shop(Objects.requireNonNull(shopsById.get(entry.getKey())), entry.getValue()))
                .sorted(Comparator.comparingLong(ShopSales::placed).reversed().thenComparing(ShopSales::name))
                .toList();
    }

    private static ShopSales shop(ShopInfo shop, List<ShopDayFigures> days) {
        return new ShopSales(
                shop.id(),
                shop.channel(),
                shop.name(),
                shop.currency(),
                days.stream().mapToLong(ShopDayFigures::placed).sum(),
                days.stream().mapToLong(ShopDayFigures::sold).sum(),
                days.stream().mapToLong(ShopDayFigures::soldMinor).sum(),
                days.stream().mapToLong(ShopDayFigures::exceptions).sum());
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private String currency(UUID shop) {
        ShopInfo info = shopsById.get(shop);
        return info == null ? "" : info.currency();
    }

    private String channel(UUID shop) {
        ShopInfo info = shopsById.get(shop);
        return info == null ? "" : info.channel();
    }
}
