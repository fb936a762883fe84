package com.dingshu.selfservice;

import com.dingshu.orders.Anchor;
import com.dingshu.shipping.TrackingStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of a telephone's orders in the list. */
public record StatusLine(
        String number,
        Instant placedAt,
        Anchor anchor,
        @Nullable TrackingStatus tracking,
        String itemText,
        int units,
        String currency,
        long paidMinor) {}
