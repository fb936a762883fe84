package com.dingshu.shipping.events;

import com.dingshu.tenancy.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** The carrier took the parcel over: its first collection scan, once for each waybill. */
public record ParcelCollected(int tenantId, UUID aggregateId, String waybillNo, Instant at) implements DomainEvent {}
