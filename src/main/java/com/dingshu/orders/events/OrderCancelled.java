package com.dingshu.orders.events;

import com.dingshu.tenancy.DomainEvent;
import java.util.UUID;

/**
 * The order will not be sent: customer, channel or staff called it off.
 *
 * @param refundMinor what was paid and is to go back, 0 when nothing was
 * @param wasPicking whether the warehouse had it: stop working on it
 */
public record OrderCancelled(
        int tenantId,
        UUID aggregateId,
        String orderNumber,
        String reason,
        long refundMinor,
        String currency,
        boolean wasPicking)
        implements DomainEvent {}
