package com.dingshu.inventory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The pieces that a line of an order has taken in a place.
 *
 * @param round 1, and one more each time the order takes pieces again after having given them back
 */
record Reservation(
        UUID orderId,
        UUID lineId,
        int round,
        Place place,
        int quantity,
        ReservationState state,
        String orderNumber,
        @Nullable Instant expiresAt) {

    boolean isIn(ReservationState wanted) {
        return state == wanted;
    }
}
