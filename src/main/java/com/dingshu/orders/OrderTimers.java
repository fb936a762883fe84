package com.dingshu.orders;

import com.dingshu.inventory.ReleaseCause;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.TenantWork;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Does what time brings: closes orders that were not paid in time, notes those that should have left or been fetched by
 * now, completes those delivered long enough ago. Whether the time is over is judged by the hub's clock once the order's
 * row is locked, so that a payment and its deadline never both happen. What was noted is a time of the order: however
 * often the timer is looked at, it is told once.
 */
@Component
class OrderTimers implements TenantWork {

    private static final int PORTION = 100;

    private final OrderDueGateway due;
    private final DueOrders orders;
    private final Steps steps;
    private final Warehousing warehousing;
    private final Clock clock;

    OrderTimers(OrderDueGateway due, DueOrders orders, Steps steps, Warehousing warehousing, Clock clock) {
        this.due = due;
        this.orders = orders;
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
        return orders.each(
                DueOrders.Kind.TIMER, due.timers(clock.instant(), PORTION), id -> steps.take(id, null, this::ring));
    }

    private OrderResult ring(Order order, Instant now) {
        if (order.timerAt() == null || now.isBefore(order.timerAt())) {
            return Steps.already(order);
        }
        boolean rung =
                switch (order.anchor()) {
                    case PENDING_CONFIRMATION -> expire(order, now);
                    case PAID, PICKING -> order.fallOverdue(now);
                    case SHIPPED -> order.isDelivered() ? order.complete(now) : order.missCollection(now);
                    case COMPLETED, CANCELLED, EXPIRED, VOIDED, RETURNED_TO_SENDER -> false;
                };
        if (!rung) {
            order.stopTimer();
        }
        return Steps.done(order);
    }

    private boolean expire(Order order, Instant now) {
        boolean expired = order.expire(now);
        if (expired) {
            warehousing.release(order, ReleaseCause.PAYMENT_TIMEOUT);
        }
        return expired;
    }
}
