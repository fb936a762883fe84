package com.dingshu.orders;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which orders the board shows and in which order.
 *
 * @param shopId only those of this shop
 * @param warehouseId only those whose goods lie there
 * @param from placed at or after
 * @param to placed before
 */
public record BoardQuery(
        View view,
        Sort sort,
        @Nullable UUID shopId,
        @Nullable UUID warehouseId,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** The views every merchant has. */
    public enum View {
        ALL,
        /** Paid and waiting for a person's eye. */
        REVIEW,
        /** Nothing keeps them but the work itself. */
        TO_SHIP,
        /** Held or rejected. */
        EXCEPTION,
        /** Should have left by now and nothing holds them. */
        OVERDUE,
        /** Placed on the merchant's present day. */
        TODAY,
        /** Paid, and pieces are missing: refund, wait for goods, or send from elsewhere. */
        PAID_SHORT,
        /** Closed after it was paid, or paid after it was closed: the money is to go back. */
        REFUND_DUE
    }

    /** What stands on top. */
    public enum Sort {
        /** The least time left; orders without a clock behind all others, the newest first. */
        URGENT_FIRST,
        NEWEST_FIRST
    }

    public static BoardQuery of(View view) {
        return new BoardQuery(view, Sort.URGENT_FIRST, null, null, null, null);
    }

    public BoardQuery sorted(Sort by) {
        return new BoardQuery(view, by, shopId, warehouseId, from, to);
    }

    public BoardQuery inShop(@Nullable UUID shop) {
        return new BoardQuery(view, sort, shop, warehouseId, from, to);
    }

    public BoardQuery inWarehouse(@Nullable UUID warehouse) {
        return new BoardQuery(view, sort, shopId, warehouse, from, to);
    }

    public BoardQuery placed(@Nullable Instant earliest, @Nullable Instant before) {
        return new BoardQuery(view, sort, shopId, warehouseId, earliest, before);
    }
}
