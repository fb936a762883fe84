package com.dingshu.orders;

/**
 * The money of a channel's order in minor units of its currency; discounts are positive figures that lower the amount.
 *
 * @param goodsTotalMinor sum of price × quantity
 * @param lineDiscountsMinor discounts given on single lines, less what single lines were raised by
 * @param orderDiscountMinor discount on the whole order
 * @param amountDueMinor what the buyer owes: goods − all discounts + freight + tax
 * @param actualPaidMinor what has been paid so far
 */
public record SnapshotAmounts(
        long goodsTotalMinor,
        long lineDiscountsMinor,
        long orderDiscountMinor,
        long couponMinor,
        long pointsMinor,
        long freightMinor,
        long taxMinor,
        long amountDueMinor,
        long actualPaidMinor) {}
