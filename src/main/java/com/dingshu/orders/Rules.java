package com.dingshu.orders;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How a merchant wants its orders handled.
 *
 * @param reviewAmounts by currency: orders of at least this amount due, in minor units, are looked at by a person. In a
 *     currency that is missing no order is stopped for its amount
 * @param stopBuyerNotes whether an order with a note of the buyer is looked at by a person
 * @param autoRelease whether approved paid orders go to the warehouse without a person
 * @param target from the later of intake and payment to the outbound scan
 * @param completeAfterDays days after delivery until an order counts as completed
 */
public record Rules(
        Map<String, Long> reviewAmounts,
        boolean stopBuyerNotes,
        boolean autoRelease,
        Duration target,
        int completeAfterDays) {

    public static final long LARGEST_REVIEW_AMOUNT_MINOR = 100_000_000_000L;
    public static final Duration SHORTEST_TARGET = Duration.ofMinutes(1);
    public static final Duration LONGEST_TARGET = Duration.ofDays(30);
    public static final int MOST_DAYS_TO_COMPLETION = 90;

    private static final int MOST_CURRENCIES = 20;

    /** What holds until the merchant says otherwise. */
    public static final Rules USUAL = new Rules(
            Map.of(
                    "CNY", 500_000L, "HKD", 550_000L, "USD", 70_000L, "EUR", 65_000L, "GBP", 55_000L, "JPY", 100_000L,
                    "SGD", 95_000L, "AUD", 105_000L, "CAD", 95_000L),
            true,
            true,
            Duration.ofHours(2),
            7);

    public Rules {
        reviewAmounts = Map.copyOf(reviewAmounts);
        if (reviewAmounts.size() > MOST_CURRENCIES) {
            throw new IllegalArgumentException("reviewAmounts: at most " + MOST_CURRENCIES + " currencies");
        }
        reviewAmounts.forEach((currency, minor) -> {
            if (!currency.matches("[A-Z]{3}") || minor < 1 || minor > LARGEST_REVIEW_AMOUNT_MINOR) {
                throw new IllegalArgumentException("reviewAmounts: 1 to " + LARGEST_REVIEW_AMOUNT_MINOR
                        + " in a currency, not " + minor + " " + currency);
            }
        });
        if (target.compareTo(SHORTEST_TARGET) < 0 || target.compareTo(LONGEST_TARGET) > 0) {
            throw new IllegalArgumentException("target: 1 minute to 30 days, not " + target);
        }
        if (completeAfterDays < 1 || completeAfterDays > MOST_DAYS_TO_COMPLETION) {
            throw new IllegalArgumentException("completeAfterDays: 1 to 90, not " + completeAfterDays);
        }
    }

    /** The amount due in minor units from which an order in the currency is looked at; empty when none is set. */
    public OptionalLong reviewAmount(String currency) {
        Long minor = reviewAmounts.get(currency);
        return minor == null ? OptionalLong.empty() : OptionalLong.of(minor);
    }
}
