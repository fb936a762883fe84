package com.dingshu.tenancy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a merchant says of itself.
 *
 * @param zone the time zone its days are counted in
 * @param currency what it keeps its books in, ISO 4217
 * @param locale the language its people start with
 * @param hours when it works; a weekday that is missing is free
 * @param holidays days on which it does not work, in their order
 */
public record MerchantSettings(
        String name,
        ZoneId zone,
        String currency,
        Locale locale,
        Map<DayOfWeek, Opening> hours,
        List<Holiday> holidays) {

    public static final int LONGEST_NAME = 120;
    public static final int MOST_HOLIDAYS = 200;
    public static final int LONGEST_HOLIDAY_NAME = 24;

    public MerchantSettings {
        Map<DayOfWeek, Opening> inOrder = new EnumMap<>(DayOfWeek.class);
        inOrder.putAll(hours);
        hours = Collections.unmodifiableMap(inOrder);
        holidays = List.copyOf(holidays);
    }

    /** The audited type, for the reader of history. */
    public static Class<?> audited() {
        return Merchant.class;
    }

    /** From when to when work is done on a day; both on the same day, in the merchant's zone. */
    public record Opening(LocalTime from, LocalTime to) {}

    /** A day without work; the name may be empty. */
    public record Holiday(LocalDate day, String name) {}
}
