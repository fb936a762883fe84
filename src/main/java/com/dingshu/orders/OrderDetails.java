package com.dingshu.orders;

import com.dingshu.customers.MaskedContact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one order that is not another module's, contact data masked.
 *
 * @param ext named fields only the channel has
 * @param paymentDeclared a source that proves nothing says it is paid
 * @param rawPayloadId the stored payload the latest state was mapped from; null when entered by hand
 * @param purchases which purchase of this customer it is, counted from 1; capped at 1,000
 */
public record OrderDetails(
        OrderSummary summary,
        String channelOrderNo,
        UUID customerId,
        int purchases,
        Money money,
        List<Line> lines,
        List<Hold> holds,
        List<Note> notes,
        Facts facts,
        List<String> doubts,
        boolean contactMasked,
        String country,
        String province,
        String city,
        String buyerNote,
        String sellerNote,
        Map<String, String> ext,
        @Nullable UUID rawPayloadId,
        int mappingVersion,
        @Nullable Instant shipBy,
        boolean paymentDeclared) {

    public OrderDetails {
        lines = List.copyOf(lines);
        holds = List.copyOf(holds);
        notes = List.copyOf(notes);
        doubts = List.copyOf(doubts);
        ext = Map.copyOf(ext);
    }

    public UUID id() {
        return summary.id();
    }

    public String number() {
        return summary.number();
    }

    public MaskedContact receiver() {
        return summary.receiver();
    }

    /**
     * Amounts of the whole order in minor units; discounts are positive and lower the amount due.
     *
     * @param refunded what of the paid has gone back for pieces that were withdrawn before they left
     */
    public record Money(
            String currency,
            long goods,
            long lineDiscounts,
            long orderDiscount,
            long coupon,
            long points,
            long other,
            long freight,
            long tax,
            long due,
            long paid,
            long refunded) {}

    /**
     * What was bought, with its exact part of every discount. The part of the first k of n pieces is floor(total · k / n).
     *
     * @param skuCode the merchant's code
     * @param payable price × quantity less all discounts, without freight and tax
     * @param freight the line's part of the freight
     * @param withdrawn pieces of the quantity that were refunded before they left and are not sent
     * @param refundAsked the buyer has asked for the money back and nothing is decided yet
     */
    public record Line(
            UUID id,
            String channelLineNo,
            UUID skuId,
            String skuCode,
            String name,
            String spec,
            int quantity,
            long unitPrice,
            long lineDiscount,
            long orderDiscount,
            long coupon,
            long points,
            long other,
            long payable,
            long freight,
            long tax,
            boolean gift,
            int withdrawn,
            boolean refundAsked,
            Map<String, String> ext) {

        Line coded(String code) {
            return new Line(
                    id,
                    channelLineNo,
                    skuId,
                    code,
                    name,
                    spec,
                    quantity,
                    unitPrice,
                    lineDiscount,
                    orderDiscount,
                    coupon,
                    points,
                    other,
                    payable,
                    freight,
                    tax,
                    gift,
                    withdrawn,
                    refundAsked,
                    ext);
        }

        /** Pieces that are sent. */
        public int wanted() {
            return quantity - withdrawn;
        }

        /** What the first {@code units} pieces carry of the payable amount. */
        public long payableOf(int units) {
            return com.dingshu.shared.Split.ofUnits(payable, units, quantity);
        }
    }

    /**
     * A hold, active or past.
     *
     * @param code which case of the reason, key of its wording
     * @param text what a person wrote, may be empty
     */
    public record Hold(
            UUID id,
            HoldReason reason,
            String code,
            List<String> args,
            String text,
            HoldState state,
            Instant placedAt,
            String placedBy,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            @Nullable String endReason) {

        /** Whether a person has placed it; one such hold at a time suffices. */
        public boolean isByHand() {
            return reason == HoldReason.MANUAL && code.equals(HoldReason.BY_HAND);
        }
    }

    /** A remark of staff. */
    public record Note(UUID id, String text, String author, Instant at) {}

    /** The facts as times; what has not happened is null. */
    public record Facts(
            Instant placedAt,
            Instant takenInAt,
            @Nullable Instant reservedAt,
            @Nullable Instant paidAt,
            @Nullable Instant reviewedAt,
            @Nullable Instant releasedAt,
            @Nullable Instant labelPrintedAt,
            @Nullable Instant pickedAt,
            @Nullable Instant packedAt,
            @Nullable Instant shippedAt,
            @Nullable Instant collectedAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant completedAt,
            @Nullable Instant closedAt,
            @Nullable Instant paymentExpiresAt) {}
}
