package com.dingshu.orders.events;

import com.dingshu.tenancy.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * The sale is done; only after-sales cases can follow.
 */
public record OrderCompleted(int tenantId, UUID aggregateId, String orderNumber, Instant completedAt)
        implements DomainEvent {}
