package com.dingshu.shipping.events;

import com.dingshu.shipping.TrackingStatus;
import com.dingshu.tenancy.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * The parcel's latest status changed or was confirmed elsewhere. Told of the latest state only: lines that arrive late
 * fill the history silently.
 *
 * @param place may be empty
 * @param text the carrier's words, phone numbers masked
 */
public record ParcelMoved(
        int tenantId, UUID aggregateId, String waybillNo, TrackingStatus status, String place, String text, Instant at)
        implements DomainEvent {}
