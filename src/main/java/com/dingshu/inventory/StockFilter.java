package com.dingshu.inventory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of the stock list, in the order of the SKUs' codes.
 *
 * @param text part of a name, the beginning of a code or a whole barcode; null for all
 * @param warehouseId counts only what lies there; null for all warehouses
 * @param after the last code of the page before; null for the first page
 * @param size how many rows, 1 to 200
 */
public record StockFilter(
        @Nullable String text,
        @Nullable UUID warehouseId,
        @Nullable String after,
        int size) {}
