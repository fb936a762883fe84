package com.dingshu.shipping.events;

import com.dingshu.tenancy.DomainEvent;
import java.util.UUID;

/** The carrier gave the parcel a waybill number. */
public record WaybillIssued(int tenantId, UUID aggregateId, String carrier, String waybillNo) implements DomainEvent {}
