package com.dingshu.orders.events;

import com.dingshu.tenancy.DomainEvent;
import java.util.UUID;

/**
 * A supervisor declared the order void.
 *
 * @param refundMinor what was paid and is to go back, 0 when nothing was
 */
public record OrderVoided(
        int tenantId, UUID aggregateId, String orderNumber, String reason, long refundMinor, String currency)
        implements DomainEvent {}
