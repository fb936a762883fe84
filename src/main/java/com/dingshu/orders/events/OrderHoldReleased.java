package com.dingshu.orders.events;

import com.dingshu.tenancy.DomainEvent;
import java.util.UUID;

/**
 * A hold has ended; others may still keep the order.
 *
 * @param stillHeld whether others do
 */
public record OrderHoldReleased(
        int tenantId, UUID aggregateId, String orderNumber, UUID holdId, String reason, boolean stillHeld)
        implements DomainEvent {}
