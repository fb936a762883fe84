package com.dingshu.orders;

import java.util.UUID;

/** How an order counts in the tallies. The day follows from {@code placedAtSecond} in the merchant's zone. */
record Counted(java.time.Instant placedAt, UUID shopId, Stage stage, int units, long paidMinor) {}
