package com.dingshu.orders;

import com.dingshu.tenancy.Permission;

/** A step that can be taken with many orders at once. */
public enum BulkVerb {
    APPROVE(Permission.ORDERS_REVIEW, false),
    REJECT(Permission.ORDERS_REVIEW, true),
    RELEASE(Permission.ORDERS_RELEASE, false),
    CONFIRM_PAYMENT(Permission.ORDERS_REVIEW, true),
    RELEASE_HOLD(Permission.ORDERS_HOLD, true),
    HOLD(Permission.ORDERS_HOLD, true);

    private final Permission permission;
    private final boolean needsReason;

    BulkVerb(Permission permission, boolean needsReason) {
        this.permission = permission;
        this.needsReason = needsReason;
    }

    public Permission permission() {
        return permission;
    }

    public boolean needsReason() {
        return needsReason;
    }

    /** Whether the step is likely to be taken from where the order stands now; what counts is where it stands then. */
    public boolean fits(OrderSummary order) {
        return fits(order.anchor(), order.payment(), order.review(), order.blockedBy());
    }

    boolean fits(Anchor anchor, PaymentStatus payment, ReviewStatus review, BlockedBy blocked) {
        boolean inReview = anchor == Anchor.PAID && review == ReviewStatus.PENDING;
        return switch (this) {
            case APPROVE -> inReview && blocked.kind() == BlockedBy.Kind.REVIEW;
            case REJECT -> inReview;
            case RELEASE -> blocked.kind() == BlockedBy.Kind.READY;
            case CONFIRM_PAYMENT ->
                blocked.isHold(HoldReason.AWAITING_PAYMENT)
                        || payment == PaymentStatus.UNPAID && (anchor == Anchor.SHIPPED || anchor == Anchor.COMPLETED);
            case RELEASE_HOLD -> blocked.kind() == BlockedBy.Kind.HOLD && !blocked.isHold(HoldReason.AWAITING_PAYMENT);
            case HOLD -> anchor.isOpen() && blocked.kind() != BlockedBy.Kind.HOLD;
        };
    }
}
