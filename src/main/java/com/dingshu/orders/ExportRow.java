package com.dingshu.orders;

import com.dingshu.customers.MaskedContact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an export may say of one order. */
@SuppressWarnings("ArrayRecordComponent")
record ExportRow(
        UUID id,
        String number,
        String channel,
        UUID shopId,
        String channelNumber,
        Anchor anchor,
        PaymentStatus payment,
        @Nullable AfterSalesFlag afterSales,
        String items,
        int units,
        OrderDetails.Money money,
        MaskedContact receiver,
        UUID customerId,
        byte @Nullable [] contact,
        @Nullable UUID warehouseId,
        String carrier,
        @Nullable String waybillNo,
        String buyerNote,
        String sellerNote,
        List<String> tags,
        Instant placedAt,
        @Nullable Instant paidAt,
        @Nullable Instant shippedAt,
        @Nullable Instant completedAt) {}
