package com.dingshu.orders;

import java.time.Duration;

/**
 * How a merchant wants its orders handled.
 *
 * @param reviewAmountMinor orders of at least this amount due are looked at by a person; 0 switches it off
 * @param stopBuyerNotes whether an order with a note of the buyer is looked at by a person
 * @param autoRelease whether approved paid orders go to the warehouse without a person
 * @param target from the later of intake and payment to the outbound scan
 * @param completeAfterDays days after delivery until an order counts as completed
 */
public record Rules(
        long reviewAmountMinor, boolean stopBuyerNotes, boolean autoRelease, Duration target, int completeAfterDays) {

    /** What holds until the merchant says otherwise. */
    public static final Rules USUAL = new Rules(500_000, true, true, Duration.ofHours(2), 7);

    public Rules {
        if (reviewAmountMinor < 0) {
            throw new IllegalArgumentException("reviewAmountMinor: 0 or more, not " + reviewAmountMinor);
        }
        if (target.compareTo(Duration.ofMinutes(1)) < 0 || target.compareTo(Duration.ofDays(30)) > 0) {
            throw new IllegalArgumentException("target: 1 minute to 30 days, not " + target);
        }
        if (completeAfterDays < 1 || completeAfterDays > 90) {
            throw new IllegalArgumentException("completeAfterDays: 1 to 90, not " + completeAfterDays);
        }
    }
}
