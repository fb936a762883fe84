package com.dingshu.orders.events;

import com.dingshu.tenancy.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * The parcel came back undelivered.
 */
public record OrderReturnedToSender(int tenantId, UUID aggregateId, String orderNumber, Instant returnedAt)
        implements DomainEvent {}
