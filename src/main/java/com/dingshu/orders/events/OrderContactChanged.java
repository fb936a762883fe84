package com.dingshu.orders.events;

import com.dingshu.tenancy.DomainEvent;
import java.util.UUID;

/**
 * Receiver or address changed: what is printed is no longer right.
 */
public record OrderContactChanged(int tenantId, UUID aggregateId, String orderNumber, String by)
        implements DomainEvent {}
