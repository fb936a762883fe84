package com.dingshu.shipping.events;

import com.dingshu.tenancy.DomainEvent;
import java.util.UUID;

/** The number was to be taken back and the carrier keeps it: it stands as before. */
public record WaybillKept(int tenantId, UUID aggregateId, String carrier, String waybillNo, String reason)
        implements DomainEvent {}
