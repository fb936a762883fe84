package com.dingshu.orders.events;

import com.dingshu.tenancy.DomainEvent;
import java.util.UUID;

/**
 * The order was taken back from the warehouse: stop working on it.
 *
 * @param reason given by whoever did
 */
public record OrderTakenBack(int tenantId, UUID aggregateId, String orderNumber, String reason)
        implements DomainEvent {}
