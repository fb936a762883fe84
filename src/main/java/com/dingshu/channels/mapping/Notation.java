package com.dingshu.channels.mapping;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * How a platform writes amounts and times.
 *
 * @param money whether amounts are in whole units with decimals or in minor units
 * @param amounts the JSON type that amounts have; another one is a changed interface, not a number to be guessed at
 * @param time how times are written
 * @param patterns for local times, the first that fits is taken
 * @param zone of local times
 * @param spreadsheet true where cells come from a spreadsheet: {@code ="123"} wrappers, currency signs, separators
 */
record Notation(
        Money money, Amounts amounts, Time time, List<DateTimeFormatter> patterns, ZoneId zone, boolean spreadsheet) {

    enum Money {
        UNITS,
        MINOR
    }

    enum Amounts {
        TEXT,
        NUMBER,
        ANY
    }

    enum Time {
        LOCAL,
        SECONDS,
        MILLIS,
        OFFSET
    }
}
