package com.dingshu.orders;

import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.TenantWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tries again to get the pieces of orders that are short, the longest waiting first, ever less often. */
@Component
class OrderShortages implements TenantWork {

    private static final int PORTION = 50;

    private final OrderDueGateway due;
    private final DueOrders orders;
    private final OrderStore store;
    private final Steps steps;
    private final Warehousing warehousing;
    private final Clock clock;

    OrderShortages(
            OrderDueGateway due,
            DueOrders orders,
            OrderStore store,
            Steps steps,
            Warehousing warehousing,
            Clock clock) {
        this.due = due;
        this.orders = orders;
        this.store = store;
        this.steps = steps;
        this.warehousing = warehousing;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "order-shortages";
    }

    @Override
    public Actor actor() {
        return Actor.job("order-shortages", Permission.FACTS_RECORD);
    }

    @Override
    public boolean pending() {
        return !due.shortages(clock.instant(), 1).isEmpty();
    }

    @Override
    public int drain() {
        return orders.each(
                DueOrders.Kind.SHORTAGE,
                due.shortages(clock.instant(), PORTION),
                id -> steps.take(id, null, this::retry));
    }

    private OrderResult retry(Order order, Instant now) {
        if (!order.isShort() || !order.anchor().isOpen()) {
            return Steps.already(order);
        }
        List<OrderLine> lines = store.lines(order.id());
        if (warehousing.tryAgain(order, lines, now)) {
            warehousing.releaseIfReady(order, lines, now);
        } else {
            order.tryStockLater(now);
        }
        return Steps.done(order);
    }
}
