package com.dingshu.orders;

import com.dingshu.inventory.ReleaseCause;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.TenantWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Does what time brings: closes orders that were not paid in time and completes those delivered long enough ago. Whether
 * the time is over is judged by the hub's clock once the order's row is locked, so that a payment and its deadline never
 * both happen.
 */
@Component
class OrderTimers implements TenantWork {

    private static final int PORTION = 100;

    private final OrderDueGateway due;
    private final Steps steps;
    private final Warehousing warehousing;
    private final Clock clock;

    OrderTimers(OrderDueGateway due, Steps steps, Warehousing warehousing, Clock clock) {
        this.due = due;
        this.steps = steps;
        this.warehousing = warehousing;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "order-timers";
    }

    @Override
    public Actor actor() {
        return Actor.job("order-timers", Permission.FACTS_RECORD);
    }

    @Override
    public boolean pending() {
        return !due.timers(clock.instant(), 1).isEmpty();
    }

    @Override
    public int drain() {
        List<UUID> ids = due.timers(clock.instant(), PORTION);
        ids.forEach(id -> steps.take(id, null, this::ring));
        return ids.size();
    }

    private OrderResult ring(Order order, Instant now) {
        if (order.timerAt() == null || now.isBefore(order.timerAt())) {
            return Steps.already(order);
        }
        if (order.expire(now)) {
            warehousing.release(order, ReleaseCause.PAYMENT_TIMEOUT);
        } else if (!order.complete(now)) {
            order.stopTimer();
        }
        return Steps.done(order);
    }
}
