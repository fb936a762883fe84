package com.dingshu.orders;

import com.dingshu.orders.OrderResult.Reason;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Retrying;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Lets one order take one step: locked, entered when it was taken, with the reason kept in its history. */
@Component
class Steps {

    private static final int LONGEST_REASON = 500;

    private final OrderStore store;
    private final Retrying retrying;
    private final Clock clock;

    Steps(OrderStore store, Retrying retrying, Clock clock) {
        this.store = store;
        this.retrying = retrying;
        this.clock = clock;
    }

    OrderResult take(UUID orderId, @Nullable String reason, BiFunction<Order, Instant, OrderResult> step) {
        String why =
                reason == null || reason.isBlank() ? Acting.current().reason() : Packed.cut(reason, LONGEST_REASON);
        return Acting.current()
                .because(why)
                .call(() -> joined(() -> {
                    Order order = store.locked(orderId);
                    Instant now = clock.instant();
                    OrderResult result = step.apply(order, now);
                    if (result instanceof OrderResult.Done) {
                        store.enter(List.of(order), now);
                    }
                    return result;
                }));
    }

    /** The same step of many orders, all locked and entered together; those the merchant does not have are missing. */
    Map<UUID, OrderResult> takeAll(Collection<UUID> orderIds, BiFunction<Order, Instant, OrderResult> step) {
        return joined(() -> {
            Instant now = clock.instant();
            Map<UUID, OrderResult> results = new LinkedHashMap<>();
            List<Order> changed = new ArrayList<>();
            for (Order order : store.lockedByIds(orderIds)) {
                OrderResult result = step.apply(order, now);
                results.put(order.id(), result);
                if (result instanceof OrderResult.Done) {
                    changed.add(order);
                }
            }
            if (!changed.isEmpty()) {
                store.enter(changed, now);
            }
            return results;
        });
    }

    /** A step that must say why. */
    OrderResult because(UUID orderId, @Nullable String reason, BiFunction<Order, Instant, OrderResult> step) {
        return reason == null || reason.isBlank()
                ? take(orderId, null, (order, now) -> refused(order, Reason.REASON_MISSING))
                : take(orderId, reason, step);
    }

    private <T> T joined(Supplier<T> work) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? work.get()
                : retrying.inTransaction(work);
    }

    static OrderResult done(Order order) {
        return new OrderResult.Done(order.id(), order.orderNumber(), order.anchor());
    }

    static OrderResult already(Order order) {
        return new OrderResult.Already(order.id(), order.orderNumber(), order.anchor());
    }

    static OrderResult refused(Order order, Reason reason, String... args) {
        return new OrderResult.Refused(order.id(), order.orderNumber(), order.anchor(), reason, List.of(args));
    }
}
