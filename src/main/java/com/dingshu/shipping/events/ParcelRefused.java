package com.dingshu.shipping.events;

import com.dingshu.tenancy.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** The receiver did not take the parcel, once for each waybill. */
public record ParcelRefused(int tenantId, UUID aggregateId, String waybillNo, String text, Instant at)
        implements DomainEvent {}
