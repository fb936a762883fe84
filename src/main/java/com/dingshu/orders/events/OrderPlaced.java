package com.dingshu.orders.events;

import com.dingshu.tenancy.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * An order was taken in, paid or not.
 *
 * @param placedAt when the buyer placed it
 */
public record OrderPlaced(
        int tenantId,
        UUID aggregateId,
        String orderNumber,
        UUID shopId,
        String channel,
        UUID customerId,
        Instant placedAt)
        implements DomainEvent {}
