package com.dingshu.inventory;

import com.dingshu.inventory.Movement.Why;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one transaction does to the places it has locked: one change a place, one line of the ledger a movement. */
final class Booking {

    private final SortedMap<Place, Balance> locked;
    private final SortedMap<Place, Change> changes = new TreeMap<>();
    private final SortedMap<Place, Integer> availableBefore = new TreeMap<>();
    private final List<Movement> movements = new ArrayList<>();

    Booking(SortedMap<Place, Balance> locked) {
        this.locked = locked;
    }

    /**
     * The sum of all movements of a place.
     *
     * @param taken pieces newly taken out of the available ones: so many must have been available before
     */
    record Change(Place place, int onHand, int reserved, int committed, int taken, int movements) {

        Change and(int onHand, int reserved, int committed) {
            return new Change(
                    place,
                    this.onHand + onHand,
                    this.reserved + reserved,
                    this.committed + committed,
                    taken + Math.max(0, reserved + committed),
                    movements + 1);
        }
    }

    int available(Place place) {
        Balance balance = locked.get(place);
        return balance == null ? 0 : balance.figures().available();
    }

    @Nullable
    Balance balance(Place place) {
        return locked.get(place);
    }

    boolean has(UUID warehouseId, Map<UUID, Integer> wanted) {
        return wanted.entrySet().stream()
                .allMatch(need -> available(new Place(warehouseId, need.getKey())) >= need.getValue());
    }

    void book(Place place, MovementKind kind, int onHand, int reserved, int committed, Why why) {
        Balance balance = locked.get(place);
        if (balance == null) {
            throw new IllegalStateException("Booked on a place that is not locked: " + place);
        }
        int before = balance.figures().available();
        long number = balance.book(onHand, reserved, committed);
        record(place, balance, kind, onHand, reserved, committed, before, number, why);
    }

    /** Another share is kept back from now on. */
    void keepBack(Place place, Balance balance, int percentTimes100, boolean roundsUp) {
        int before = balance.figures().available();
        balance.keepBack(percentTimes100, roundsUp);
        long number = balance.book(0, 0, 0);
        record(
                place,
                balance,
                MovementKind.BUFFER_CHANGED,
                0,
                0,
                0,
                before,
                number,
                new Why(null, null, null, null, null));
    }

    boolean isEmpty() {
        return movements.isEmpty();
    }

    Collection<Change> changes() {
        return changes.values();
    }

    List<Movement> movements() {
        return movements;
    }

    /** Places of which another number can be ordered than before. */
    List<Place> availabilityChanged() {
        return availableBefore.entrySet().stream()
                .filter(entry -> entry.getValue() != available(entry.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void record(
            Place place,
            Balance balance,
            MovementKind kind,
            int onHand,
            int reserved,
            int committed,
            int before,
            long number,
            Why why) {
        availableBefore.putIfAbsent(place, before);
        changes.compute(place, (key, change) -> (change == null ? new Change(key, 0, 0, 0, 0, 0) : change)
                .and(onHand, reserved, committed));
        movements.add(new Movement(
                place,
                number,
                kind,
                onHand,
                reserved,
                committed,
                balance.figures().available() - before,
                balance.figures(),
                why));
    }
}
