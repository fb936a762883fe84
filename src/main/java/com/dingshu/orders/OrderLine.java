package com.dingshu.orders;

import com.dingshu.inventory.ReserveStock;
import com.dingshu.orders.events.OrderReleased;
import com.dingshu.shared.Ids;
import com.dingshu.shared.Split;
import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** What was bought, with its exact part of the order's money. */
@Entity
@Audited
class OrderLine extends AuditedRow {

    @Column(updatable = false)
    private UUID orderId;

    @Column(updatable = false)
    private int position;

    @Column(updatable = false)
    private String channelLineNo;

    private String itemKey;
    private UUID skuId;
    private String name;
    private String spec;
    private int quantity;
    private long unitPriceMinor;
    private long lineDiscountMinor;
    private long orderDiscountMinor;
    private long couponMinor;
    private long pointsMinor;
    private long otherMinor;
    private long payableMinor;
    private long freightMinor;
    private long taxMinor;
    private boolean gift;
    /** Pieces that were refunded or taken out before they left; they stay in what was sold and are not sent. */
    private int withdrawn;

    private boolean refundAsked;
    private String ext;

    @SuppressWarnings("NullAway.Init")
    protected OrderLine() {}

    OrderLine(UUID orderId, int position, SnapshotLine line, Apportionment.Share share) {
        super(Ids.next());
        this.orderId = orderId;
        this.position = position;
        this.channelLineNo = line.channelLineNo();
        this.itemKey = line.itemKey();
        this.skuId = line.skuId();
        this.name = line.name();
        this.spec = line.spec();
        this.quantity = line.quantity();
        this.gift = line.gift();
        this.refundAsked = line.refundAsked();
        this.ext = Packed.json(line.ext());
        price(line.unitPriceMinor(), share);
    }

    /** Money of an order that is not paid yet may still change with the channel's. */
    final void price(long unitPrice, Apportionment.Share share) {
        this.unitPriceMinor = unitPrice;
        this.lineDiscountMinor = share.lineDiscount();
        this.orderDiscountMinor = share.orderDiscount();
        this.couponMinor = share.coupon();
        this.pointsMinor = share.points();
        this.otherMinor = share.other();
        this.payableMinor = share.payable();
        this.freightMinor = share.freight();
        this.taxMinor = share.tax();
    }

    boolean sameGoods(SnapshotLine line) {
        return isOf(line) && wanted() == line.quantity();
    }

    boolean isOf(SnapshotLine line) {
        return skuId.equals(line.skuId());
    }

    /** Pieces still to be sent. */
    int wanted() {
        return quantity - withdrawn;
    }

    boolean isWanted() {
        return wanted() > 0;
    }

    int withdrawn() {
        return withdrawn;
    }

    /** Only so many are wanted now. */
    void keepOnly(int pieces) {
        this.withdrawn = quantity - pieces;
    }

    /** What the buyer gets back for the pieces that are withdrawn, in minor units; freight stays. */
    long withdrawnMinor() {
        return payableMinor
                - Split.ofUnits(payableMinor, wanted(), quantity)
                + taxMinor
                - Split.ofUnits(taxMinor, wanted(), quantity);
    }

    boolean isRefundAsked() {
        return refundAsked;
    }

    void refundAsked(boolean asked) {
        this.refundAsked = asked;
    }

    String channelLineNo() {
        return channelLineNo;
    }

    UUID orderId() {
        return orderId;
    }

    int position() {
        return position;
    }

    UUID skuId() {
        return skuId;
    }

    ReserveStock.Need need() {
        return new ReserveStock.Need(id(), skuId, wanted());
    }

    OrderReleased.Line released() {
        return new OrderReleased.Line(id(), skuId, name, spec, wanted());
    }
}
