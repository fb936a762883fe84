package com.dingshu.inventory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of the stock list, in the order of the SKUs' codes.
 *
 * @param text part of a name, the beginning of a code or a whole barcode; null for all
 * @param warehouseId counts only what lies there; null for all warehouses
 * @param lowOnly only what is still sold and has fewer pieces available, in all warehouses, than its safety stock
 * @param after the last code of the page before; null for the first page
 * @param size how many rows, 1 to 200
 */
public record StockFilter(
        @Nullable String text,
        @Nullable UUID warehouseId,
        boolean lowOnly,
        @Nullable String after,
        int size) {

    public StockFilter(@Nullable String text, @Nullable UUID warehouseId, @Nullable String after, int size) {
        this(text, warehouseId, false, after, size);
    }

    /** The rows that follow on this code. */
    StockFilter following(@Nullable String code) {
        return new StockFilter(text, warehouseId, lowOnly, code, size);
    }
}
