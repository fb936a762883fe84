package com.dingshu.payments;

import com.dingshu.shared.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A payment as it was proved.
 *
 * @param provider who holds the money: the channel for platform orders
 * @param transactionNo the provider's number of it
 * @param paidAt by the provider's clock
 * @param proof what proves it, such as the signed call that said so
 * @param recordedAt by our clock
 */
public record PaymentFact(
        UUID id,
        UUID orderId,
        String provider,
        String transactionNo,
        Money amount,
        Instant paidAt,
        String proof,
        Instant recordedAt) {}
