package com.dingshu.orders.events;

import com.dingshu.tenancy.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * Every parcel of the order has left.
 *
 * @param elsewhere true when the channel says so and not our outbound scan: the warehouse stops working on it
 */
public record OrderShipped(
        int tenantId, UUID aggregateId, String orderNumber, UUID customerId, Instant shippedAt, boolean elsewhere)
        implements DomainEvent {}
