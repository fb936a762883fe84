package com.dingshu.orders.events;

import com.dingshu.tenancy.DomainEvent;
import java.util.UUID;

/**
 * The order passed review, by the rules or by a person.
 */
public record OrderApproved(int tenantId, UUID aggregateId, String orderNumber, boolean byRules)
        implements DomainEvent {}
