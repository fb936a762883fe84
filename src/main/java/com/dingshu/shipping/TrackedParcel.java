package com.dingshu.shipping;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a parcel is by the latest event.
 *
 * @param at when that event happened; null before the first
 * @param place may be empty
 * @param text the carrier's words, phone numbers masked
 * @param collectedAt the first collection, a fact of its own
 * @param expectedAt when the carrier expects to deliver it; null when it does not say
 */
public record TrackedParcel(
        UUID parcelId,
        String carrier,
        String waybillNo,
        TrackingStatus status,
        @Nullable Instant at,
        String place,
        String text,
        @Nullable Instant collectedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant expectedAt) {}
