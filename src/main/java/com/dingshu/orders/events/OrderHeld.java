package com.dingshu.orders.events;

import com.dingshu.tenancy.DomainEvent;
import java.util.UUID;

/**
 * Something keeps the order from going on.
 *
 * @param reason name of the hold's reason
 * @param code which case of it
 */
public record OrderHeld(int tenantId, UUID aggregateId, String orderNumber, UUID holdId, String reason, String code)
        implements DomainEvent {}
