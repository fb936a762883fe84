package com.dingshu.inventory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Wants the pieces of one order, all of them from one warehouse.
 *
 * @param orderNumber as people know it; stands in the ledger
 * @param paid whether payment is verified: then the pieces are committed at once
 * @param expiresAt until when an unpaid order is meant to hold them; shown, not enforced here
 */
public record ReserveStock(
        UUID orderId,
        String orderNumber,
        UUID shopId,
        List<Need> needs,
        boolean paid,
        @Nullable Instant expiresAt) {

    /** More pieces of one line than this are a mistake. */
    public static final int MOST_PIECES = 1_000_000;

    public ReserveStock {
        needs = List.copyOf(needs);
        if (needs.isEmpty()) {
            throw new IllegalArgumentException("Order " + orderNumber + " needs nothing");
        }
    }

    /** One line's pieces. Several lines may want the same SKU. */
    public record Need(UUID lineId, UUID skuId, int quantity) {

        public Need {
            if (quantity < 1 || quantity > MOST_PIECES) {
                throw new IllegalArgumentException("quantity: 1 to " + MOST_PIECES + ", not " + quantity);
            }
        }
    }
}
