package com.dingshu.orders;

import java.time.Instant;
import java.util.UUID;

/**
 * How an order counts in the tallies. Day and hour follow from the moment of placing in the merchant's zone.
 *
 * @param sold its payment is proved and it has not ended otherwise
 */
record Counted(Instant placedAt, UUID shopId, Stage stage, int units, long paidMinor, boolean sold) {}
