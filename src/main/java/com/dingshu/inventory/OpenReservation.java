package com.dingshu.inventory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pieces that an order has taken and that are still in the building.
 *
 * @param expiresAt until when an unpaid order is meant to hold them; null once it is paid
 */
public record OpenReservation(
        UUID orderId,
        String orderNumber,
        UUID warehouseId,
        int quantity,
        ReservationState state,
        Instant heldAt,
        @Nullable Instant expiresAt) {}
