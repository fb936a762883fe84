package com.dingshu.inventory;

import com.dingshu.inventory.Movement.Why;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step that an order's reservations take together: from which states, to which one, and what it does to the pieces. */
enum Step {
    COMMIT(List.of(ReservationState.HELD), ReservationState.COMMITTED, MovementKind.COMMITTED),
    RELEASE(
            List.of(ReservationState.HELD, ReservationState.COMMITTED),
            ReservationState.RELEASED,
            MovementKind.RELEASED),
    CONSUME(List.of(ReservationState.COMMITTED), ReservationState.CONSUMED, MovementKind.SHIPPED);

    private final List<ReservationState> from;
    private final ReservationState to;
    private final MovementKind kind;

    Step(List<ReservationState> from, ReservationState to, MovementKind kind) {
        this.from = from;
        this.to = to;
        this.kind = kind;
    }

    List<ReservationState> from() {
        return from;
    }

    ReservationState to() {
        return to;
    }

    void book(Booking booking, Reservation row, @Nullable UUID documentId, @Nullable String cause) {
        int pieces = row.quantity();
        int reserved = row.isIn(ReservationState.HELD) ? -pieces : 0;
        int committed =
                (row.isIn(ReservationState.COMMITTED) ? -pieces : 0) + (to == ReservationState.COMMITTED ? pieces : 0);
        int onHand = to == ReservationState.CONSUMED ? -pieces : 0;
        booking.book(
                row.place(), kind, onHand, reserved, committed, Why.order(row).with(documentId, cause));
    }
}
