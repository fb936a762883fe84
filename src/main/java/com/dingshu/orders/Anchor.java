package com.dingshu.orders;

/**
 * Where an order stands, for everybody: the only status that customers and other systems see. Review, payment and holds
 * are dimensions of their own beside it.
 */
public enum Anchor {
    /** 待确认: taken in and not paid. */
    PENDING_CONFIRMATION("pending_confirmation"),
    /** 已付款: payment proved, stock committed. */
    PAID("paid"),
    /** 拣货中: handed to the warehouse. */
    PICKING("picking"),
    /** 已发货: every parcel has passed the outbound scan. */
    SHIPPED("shipped_at_warehouse"),
    /** 已完成: received by the customer. */
    COMPLETED("completed"),
    /** 已取消: by the customer, the channel or staff. */
    CANCELLED("cancelled"),
    /** 超时关闭: not paid in time. */
    EXPIRED("expired"),
    /** 已作废: by a supervisor. */
    VOIDED("voided"),
    /** 拒收退回: the parcel came back. */
    RETURNED_TO_SENDER("returned_to_sender");

    private final String id;

    Anchor(String id) {
        this.id = id;
    }

    /** The word other systems read. */
    public String id() {
        return id;
    }

    /** Whether goods are still to leave the building. */
    public boolean isOpen() {
        return this == PENDING_CONFIRMATION || this == PAID || this == PICKING;
    }

    /** Whether nothing will be sent any more. */
    public boolean isClosed() {
        return this == CANCELLED || this == EXPIRED || this == VOIDED;
    }
}
