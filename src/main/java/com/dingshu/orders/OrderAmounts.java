package com.dingshu.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The money of the order in minor units. What discounts named by the channel leave unexplained is {@code other}. */
@Embeddable
class OrderAmounts {

    @Column(updatable = false)
    private String currency;

    private long goodsMinor;
    private long lineDiscountsMinor;
    private long orderDiscountMinor;
    private long couponMinor;
    private long pointsMinor;
    private long otherMinor;
    private long freightMinor;
    private long taxMinor;
    private long dueMinor;
    private long paidMinor;
    /** What of it has gone back for pieces that were withdrawn. */
    private long refundedMinor;

    @SuppressWarnings("NullAway.Init")
    protected OrderAmounts() {}

    OrderAmounts(String currency, SnapshotAmounts amounts) {
        this.currency = currency;
        set(amounts);
    }

    final void set(SnapshotAmounts amounts) {
        this.goodsMinor = amounts.goodsTotalMinor();
        this.lineDiscountsMinor = amounts.lineDiscountsMinor();
        this.orderDiscountMinor = amounts.orderDiscountMinor();
        this.couponMinor = amounts.couponMinor();
        this.pointsMinor = amounts.pointsMinor();
        this.otherMinor = Apportionment.unexplained(amounts);
        this.freightMinor = amounts.freightMinor();
        this.taxMinor = amounts.taxMinor();
        this.dueMinor = amounts.amountDueMinor();
    }

    boolean equal(SnapshotAmounts amounts) {
        return goodsMinor == amounts.goodsTotalMinor()
                && lineDiscountsMinor == amounts.lineDiscountsMinor()
                && orderDiscountMinor == amounts.orderDiscountMinor()
                && couponMinor == amounts.couponMinor()
                && pointsMinor == amounts.pointsMinor()
                && freightMinor == amounts.freightMinor()
                && taxMinor == amounts.taxMinor()
                && dueMinor == amounts.amountDueMinor();
    }

    void paid(long minor) {
        this.paidMinor = minor;
    }

    void refunded(long minor) {
        this.refundedMinor = minor;
    }

    /** What has been paid and not gone back. */
    long keptMinor() {
        return Math.max(0, paidMinor - refundedMinor);
    }

    String currency() {
        return currency;
    }

    long dueMinor() {
        return dueMinor;
    }

    long paidMinor() {
        return paidMinor;
    }
}
