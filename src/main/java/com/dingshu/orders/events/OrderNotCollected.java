package com.dingshu.orders.events;

import com.dingshu.tenancy.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** Two days after it left the warehouse, no carrier had fetched it. Told once for each order. */
public record OrderNotCollected(int tenantId, UUID aggregateId, String orderNumber, Instant shippedAt)
        implements DomainEvent {}
