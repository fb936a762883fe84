package com.dingshu.inventory;

import com.dingshu.inventory.Movement.Why;
import com.dingshu.inventory.ReservationResult.ShortNeed;
import com.dingshu.inventory.ReserveStock.Need;
import com.dingshu.inventory.StockGateway.ShopChoices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Grants the wishes of a batch one after the other, from places that are locked. */
final class Reserving {

    private final ShopChoices choices;
    private final Booking booking;
    private final Map<UUID, List<Reservation>> known;
    private final List<Reservation> taken = new ArrayList<>();

    Reserving(ShopChoices choices, Booking booking, Map<UUID, List<Reservation>> known) {
        this.choices = choices;
        this.booking = booking;
        this.known = known;
    }

    ReservationResult reserve(ReserveStock wish) {
        List<Reservation> before = known.getOrDefault(wish.orderId(), List.of());
        return open(before)
                .orElseGet(() -> before.isEmpty() ? take(wish, 1, wish.paid()) : new ReservationResult.Ended());
    }

    ReservationResult reserveAgain(ReserveStock wish) {
        List<Reservation> before = known.getOrDefault(wish.orderId(), List.of());
        return open(before).orElseGet(() -> take(wish, nextRound(before), true));
    }

    Booking booking() {
        return booking;
    }

    /** The reservations that are new. */
    List<Reservation> taken() {
        return taken;
    }

    private static Optional<ReservationResult> open(List<Reservation> before) {
        return before.stream()
                .filter(row -> !row.isIn(ReservationState.RELEASED))
                .findFirst()
                .map(row -> new ReservationResult.Reserved(row.place().warehouseId()));
    }

    private static int nextRound(List<Reservation> before) {
        return before.stream().mapToInt(Reservation::round).max().orElse(0) + 1;
    }

    private ReservationResult take(ReserveStock wish, int round, boolean paid) {
        Map<UUID, Integer> wanted = new LinkedHashMap<>();
        wish.needs().forEach(need -> wanted.merge(need.skuId(), need.quantity(), Math::addExact));
        for (UUID warehouse : choices.of(wish.shopId())) {
            if (booking.has(warehouse, wanted)) {
                wish.needs().forEach(need -> take(wish, need, warehouse, round, paid));
                known.put(
                        wish.orderId(),
                        List.copyOf(taken.subList(taken.size() - wish.needs().size(), taken.size())));
                return new ReservationResult.Reserved(warehouse);
            }
        }
        return new ReservationResult.Short(lacking(wish, wanted));
    }

    private void take(ReserveStock wish, Need need, UUID warehouse, int round, boolean paid) {
        Reservation row = new Reservation(
                wish.orderId(),
                need.lineId(),
                round,
                new Place(warehouse, need.skuId()),
                need.quantity(),
                paid ? ReservationState.COMMITTED : ReservationState.HELD,
                wish.orderNumber(),
                paid ? null : wish.expiresAt());
        booking.book(
                row.place(),
                paid ? MovementKind.TAKEN_PAID : MovementKind.RESERVED,
                0,
                paid ? 0 : need.quantity(),
                paid ? need.quantity() : 0,
                Why.order(row));
        taken.add(row);
    }

    /** What the warehouse lacks that lacks least. */
    private List<ShortNeed> lacking(ReserveStock wish, Map<UUID, Integer> wanted) {
        return choices.of(wish.shopId()).stream()
                .map(warehouse -> lacking(warehouse, wanted))
                .min(Comparator.comparingInt(Reserving::pieces))
                .orElseGet(() -> wanted.entrySet().stream()
                        .map(need -> new ShortNeed(need.getKey(), need.getValue(), 0))
                        .toList());
    }

    private List<ShortNeed> lacking(UUID warehouse, Map<UUID, Integer> wanted) {
        List<ShortNeed> lacking = new ArrayList<>();
        wanted.forEach((skuId, quantity) -> {
            int available = Math.max(0, booking.available(new Place(warehouse, skuId)));
            if (available < quantity) {
                lacking.add(new ShortNeed(skuId, quantity, available));
            }
        });
        return lacking;
    }

    private static int pieces(List<ShortNeed> lacking) {
        return lacking.stream()
                .mapToInt(need -> need.wanted() - need.available())
                .sum();
    }
}
