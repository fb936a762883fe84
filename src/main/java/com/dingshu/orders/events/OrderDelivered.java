package com.dingshu.orders.events;

import com.dingshu.tenancy.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * The customer has the goods.
 */
public record OrderDelivered(int tenantId, UUID aggregateId, String orderNumber, Instant deliveredAt)
        implements DomainEvent {}
