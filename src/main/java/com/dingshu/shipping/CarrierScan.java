package com.dingshu.shipping;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of what a carrier tells of a parcel.
 *
 * @param code the carrier's own code of the event
 * @param at when it happened, not when it was told
 * @param place may be empty
 * @param text the carrier's words, phone numbers masked
 * @param status where the parcel is since then, or null when the line says nothing of it
 * @param known false when the code is not in our table and the status is a guess
 */
public record CarrierScan(
        String waybillNo,
        String code,
        Instant at,
        String place,
        String text,
        @Nullable TrackingStatus status,
        boolean known) {}
