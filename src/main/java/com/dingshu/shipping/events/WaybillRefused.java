package com.dingshu.shipping.events;

import com.dingshu.tenancy.DomainEvent;
import java.util.UUID;

/** The carrier will not take the parcel; the reason is for people. */
public record WaybillRefused(int tenantId, UUID aggregateId, String carrier, String reason) implements DomainEvent {}
