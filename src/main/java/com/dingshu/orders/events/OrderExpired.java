package com.dingshu.orders.events;

import com.dingshu.tenancy.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * The order was not paid in time and its stock is free again.
 */
public record OrderExpired(int tenantId, UUID aggregateId, String orderNumber, Instant expiredAt)
        implements DomainEvent {}
