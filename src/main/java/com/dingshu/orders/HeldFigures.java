package com.dingshu.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Orders that need a person, by what keeps them.
 *
 * @param reason null for those that were rejected
 * @param since when the first of them was held; null for the rejected
 * @param paidShort whether it is the shortage of orders that are paid
 */
public record HeldFigures(
        @Nullable HoldReason reason, long orders, @Nullable Instant since, boolean paidShort) {}
