package com.dingshu.inventory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the ledger about to be written: what changed in a place, why, and what it led to. */
record Movement(
        Place place,
        long number,
        MovementKind kind,
        int onHandChange,
        int reservedChange,
        int committedChange,
        int availableChange,
        StockFigures after,
        Why why) {

    /**
     * What caused it.
     *
     * @param documentId what it was done with: a fulfilment order
     * @param opId the operation that must not be booked twice
     * @param cause a reason in words, or the name of a {@link ReleaseCause}
     */
    record Why(
            @Nullable UUID orderId,
            @Nullable String orderNumber,
            @Nullable UUID documentId,
            @Nullable UUID opId,
            @Nullable String cause) {

        static Why order(Reservation reservation) {
            return new Why(reservation.orderId(), reservation.orderNumber(), null, null, null);
        }

        static Why byHand(UUID opId, String reason) {
            return new Why(null, null, null, opId, reason);
        }

        Why with(@Nullable UUID documentId, @Nullable String cause) {
            return new Why(orderId, orderNumber, documentId, opId, cause);
        }
    }
}
