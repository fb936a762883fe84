package com.dingshu.orders;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a channel's order. Amounts in minor units of the order's currency and for the whole line unless said otherwise.
 *
 * @param channelLineNo the channel's own line number; stable over versions of the order
 * @param itemKey the channel's key of what was bought: the merchant's code, else the variant's id
 * @param skuId the SKU the item key stands for
 * @param spec the variant in the channel's words, empty when there is none
 * @param quantity pieces, at least 1
 * @param unitPriceMinor price of one piece before any discount
 * @param lineDiscountMinor discount given on this line itself; negative when the seller raised its price by hand
 * @param orderDiscountShareMinor the channel's own share of an order-wide discount, null when it gives none
 * @param couponShareMinor likewise for coupons
 * @param pointsShareMinor likewise for points
 * @param paidMinor what the channel says was paid for this line, without freight; null when it does not say
 * @param gift true for a free addition
 * @param refundAsked the buyer has asked for the money of this line back and nothing is decided yet
 * @param ext named fields only this platform has
 */
public record SnapshotLine(
        String channelLineNo,
        String itemKey,
        UUID skuId,
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

    /** The name under which a line keeps the warehouse, or the place in it, that the channel wants it sent from. */
    public static final String WAREHOUSE_POSITION = "warehousePosition";

    /** A line nobody asks the money back for. */
    public SnapshotLine(
            String channelLineNo,
            String itemKey,
            UUID skuId,
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
            Map<String, String> ext) {
        this(
                channelLineNo,
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
                false,
                ext);
    }

    public SnapshotLine {
        ext = Map.copyOf(ext);
    }
}
