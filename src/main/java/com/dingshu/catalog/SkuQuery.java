package com.dingshu.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of SKUs in the order of their codes.
 *
 * @param text part of the name, the beginning of a code or a whole barcode; null for all
 * @param type null for all
 * @param active those still sold or those no more; null for all
 * @param after the last code of the page before; null for the first page
 * @param size how many rows, 1 to 200
 */
public record SkuQuery(
        @Nullable String text,
        @Nullable SkuType type,
        @Nullable Boolean active,
        @Nullable String after,
        int size) {

    public SkuQuery {
        text = text == null || text.isBlank() ? null : text.strip();
        size = Math.clamp(size, 1, 200);
    }

    /** SKUs of every type, sold or not. */
    public static SkuQuery of(@Nullable String text, @Nullable String after, int size) {
        return new SkuQuery(text, null, null, after, size);
    }
}
