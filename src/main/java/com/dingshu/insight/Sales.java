package com.dingshu.insight;

import java.util.Map;
import java.util.TreeMap;

/**
 * Orders by the time of placing.
 *
 * @param placed all of them, whatever became of them
 * @param sold those whose payment is proved and that have not ended otherwise
 * @param soldMinor what was paid for the sold ones, by currency, in minor units
 */
public record Sales(long placed, long sold, Map<String, Long> soldMinor) {

    static final Sales NONE = new Sales(0, 0, Map.of());

    static Sales of(long placed, long sold, String currency, long minor) {
        return new Sales(placed, sold, minor == 0 ? Map.of() : Map.of(currency, minor));
    }

    Sales plus(Sales other) {
        Map<String, Long> sum = new TreeMap<>(soldMinor);
        other.soldMinor.forEach((currency, minor) -> sum.merge(currency, minor, Long::sum));
        return new Sales(placed + other.placed, sold + other.sold, sum);
    }

    /** What was paid in one currency. */
    public long minorIn(String currency) {
        return soldMinor.getOrDefault(currency, 0L);
    }
}
