package com.dingshu.customers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of customers, the newest first.
 *
 * @param text a whole telephone number in any spelling, its last four digits, a whole name, or a channel's whole buyer
 *     id; null for all who stand for themselves
 * @param after the last one of the page before; null for the first page
 * @param size how many rows, 1 to 200
 */
public record CustomerQuery(@Nullable String text, @Nullable UUID after, int size) {

    public CustomerQuery {
        text = text == null || text.isBlank() ? null : text.strip();
        size = Math.clamp(size, 1, 200);
    }
}
