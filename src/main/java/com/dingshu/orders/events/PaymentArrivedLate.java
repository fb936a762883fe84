package com.dingshu.orders.events;

import com.dingshu.tenancy.DomainEvent;
import java.util.UUID;

/**
 * A payment came for an order that had already been closed for lack of it.
 *
 * @param stockFound whether stock could be reserved again; else the order is paid but short
 * @param reopened false when the order stays closed and the money is to go back
 */
public record PaymentArrivedLate(
        int tenantId,
        UUID aggregateId,
        String orderNumber,
        boolean stockFound,
        boolean reopened,
        long amountMinor,
        String currency)
        implements DomainEvent {}
