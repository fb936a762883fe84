package com.dingshu.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Orders that need a person, by what keeps them.
 *
 * @param reason null for those that were rejected
 * @param since when the first of them was held; null for the rejected
 */
public record HeldFigures(
        @Nullable HoldReason reason, long orders, @Nullable Instant since) {}
