package com.dingshu.orders;

import com.dingshu.orders.OrderHold.Obstacle;
import com.dingshu.orders.OrderStates.HoldStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What keeps one order from going on, as far as it counts now. */
final class Holds {

    private final List<OrderHold> all = new ArrayList<>();
    private final List<OrderHold> fresh = new ArrayList<>();

    /** Places one; empty when the order is held for just this already. */
    Optional<OrderHold> place(UUID orderId, Obstacle obstacle, Instant now) {
        if (active().stream().anyMatch(hold -> hold.is(obstacle.reason(), obstacle.code()))) {
            return Optional.empty();
        }
        OrderHold hold = new OrderHold(orderId, obstacle, now);
        all.add(hold);
        fresh.add(hold);
        return Optional.of(hold);
    }

    /** In the order in which they were placed. */
    List<OrderHold> active() {
        return all.stream().filter(OrderHold::isActive).toList();
    }

    List<OrderHold> active(HoldReason reason) {
        return all.stream()
                .filter(hold -> hold.isActive() && hold.reason() == reason)
                .toList();
    }

    Optional<OrderHold> active(UUID holdId) {
        return active().stream().filter(hold -> hold.id().equals(holdId)).findFirst();
    }

    void endAll(HoldStep step, Instant now, @Nullable String why) {
        active().forEach(hold -> hold.end(step, now, why));
    }

    /** The causes of those that ended only because the order was closed. */
    List<Obstacle> outliving() {
        return all.stream()
                .filter(OrderHold::outlivesClosing)
                .map(OrderHold::obstacle)
                .toList();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void attach(List<OrderHold> stored) {
        all.addAll(stored);
    }

    /** Those not stored yet. */
    List<OrderHold> fresh() {
        return fresh;
    }

    void told() {
        fresh.clear();
    }
}
