package com.dingshu.orders.events;

import com.dingshu.tenancy.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The payment of an order is proved and its stock is committed, or stands on a shortage hold.
 *
 * @param provider who holds the money: the channel for platform orders
 * @param transactionNo the provider's number of the payment
 * @param paidAt by the provider's clock
 * @param proof what proves it, e.g. the signed call that said so; {@code manual} when a person confirmed it
 * @param rawPayloadId the stored payload that carried the proof, null when a person confirmed it
 */
public record OrderPaid(
        int tenantId,
        UUID aggregateId,
        String orderNumber,
        String provider,
        String transactionNo,
        long amountMinor,
        String currency,
        Instant paidAt,
        String proof,
        @Nullable UUID rawPayloadId)
        implements DomainEvent {}
