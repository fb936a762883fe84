package com.dingshu.orders;

import com.dingshu.customers.MaskedContact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the order board: all it shows, and what the next page starts from.
 *
 * @param number as people know it, e.g. 261121-8799
 * @param paidMinor what the customer paid, in minor units of the currency
 * @param itemText the first item, and how many more
 * @param units pieces of all lines
 * @param warehouse name of the warehouse that holds the goods, empty before
 * @param carrier empty before a waybill was wished for
 * @param urgency sorts by time left: orders with a clock by their due time, all others behind them, the newest first
 */
public record OrderSummary(
        UUID id,
        String number,
        String channel,
        UUID shopId,
        String shop,
        Anchor anchor,
        PaymentStatus payment,
        ReviewStatus review,
        @Nullable AfterSalesFlag afterSales,
        Stage stage,
        BlockedBy blockedBy,
        Clocked clock,
        long paidMinor,
        long dueMinor,
        String currency,
        String itemText,
        int units,
        MaskedContact receiver,
        String warehouse,
        String carrier,
        @Nullable String waybillNo,
        List<String> tags,
        Instant placedAt,
        long urgency) {

    public OrderSummary {
        tags = List.copyOf(tags);
    }
}
