package com.dingshu.inventory;

import java.util.UUID;

/**
 * The pieces that are there differ from what the books say.
 *
 * @param delta pieces found (above 0) or missing (below 0)
 * @param reason what was found out; mandatory
 * @param opId made by whoever asks; the same one again books nothing
 */
public record AdjustStock(UUID warehouseId, UUID skuId, int delta, String reason, UUID opId) {

    private static final int LONGEST_REASON = 200;

    public AdjustStock {
        reason = given(reason);
        if (delta == 0 || Math.abs((long) delta) > ReserveStock.MOST_PIECES) {
            throw new IllegalArgumentException("delta: not 0, at most " + ReserveStock.MOST_PIECES + ", not " + delta);
        }
    }

    static String given(String reason) {
        String text = reason.strip();
        if (text.isEmpty() || text.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("reason: 1 to " + LONGEST_REASON + " characters");
        }
        return text;
    }
}
