package com.dingshu.shipping.events;

import com.dingshu.tenancy.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** The parcel was signed for, once for each waybill. */
public record ParcelDelivered(int tenantId, UUID aggregateId, String waybillNo, Instant at) implements DomainEvent {}
