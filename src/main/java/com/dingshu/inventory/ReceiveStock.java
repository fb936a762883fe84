package com.dingshu.inventory;

import java.util.UUID;

/**
 * Pieces have come in.
 *
 * @param reason where they come from: a purchase, the first stock, a transfer
 * @param opId made by whoever asks; the same one again books nothing
 */
public record ReceiveStock(UUID warehouseId, UUID skuId, int quantity, String reason, UUID opId) {

    public ReceiveStock {
        reason = AdjustStock.given(reason);
        if (quantity < 1 || quantity > ReserveStock.MOST_PIECES) {
            throw new IllegalArgumentException("quantity: 1 to " + ReserveStock.MOST_PIECES + ", not " + quantity);
        }
    }
}
