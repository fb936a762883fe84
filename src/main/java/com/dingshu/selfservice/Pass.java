package com.dingshu.selfservice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has proved and may therefore see.
 *
 * @param orderId the one order, for a link or an order number
 * @param phone the telephone in clear, for a one-time code; never shown whole
 */
public record Pass(
        Kind kind, @Nullable UUID orderId, @Nullable String phone, Instant expiresAt) {

    /** By what it was proved. */
    public enum Kind {
        LINK,
        ORDER,
        PHONE;

        /** The word in the operation log. */
        String word() {
            return switch (this) {
                case LINK -> "link";
                case ORDER -> "order-number";
                case PHONE -> "phone";
            };
        }
    }

    @Override
    public String toString() {
        return "Pass[" + kind + ", " + orderId + "]";
    }
}
