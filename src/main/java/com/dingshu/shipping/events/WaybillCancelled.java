package com.dingshu.shipping.events;

import com.dingshu.tenancy.DomainEvent;
import java.util.UUID;

/** The parcel's waybill is void. */
public record WaybillCancelled(int tenantId, UUID aggregateId, String carrier) implements DomainEvent {}
