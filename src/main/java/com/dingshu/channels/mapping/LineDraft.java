package com.dingshu.channels.mapping;

import com.dingshu.orders.SnapshotLine;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mapped line whose item key is not yet a SKU. Fields as in {@link SnapshotLine}. */
public record LineDraft(
        String lineNo,
        String itemKey,
        String name,
        String spec,
        int quantity,
        long unitPriceMinor,
        long lineDiscountMinor,
        @Nullable Long orderDiscountShareMinor,
        @Nullable Long couponShareMinor,
        @Nullable Long pointsShareMinor,
        @Nullable Long paidMinor,
        boolean gift,
        boolean refundAsked,
        Map<String, String> ext) {

    SnapshotLine line(UUID skuId) {
        return new SnapshotLine(
                lineNo,
                itemKey,
                skuId,
                name,
                spec,
                quantity,
                unitPriceMinor,
                lineDiscountMinor,
                orderDiscountShareMinor,
                couponShareMinor,
                pointsShareMinor,
                paidMinor,
                gift,
                refundAsked,
                ext);
    }

    long goodsMinor() {
        return Math.multiplyExact(unitPriceMinor, (long) quantity);
    }
}
