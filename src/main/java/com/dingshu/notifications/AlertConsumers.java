package com.dingshu.notifications;

import com.dingshu.notifications.AlertGateway.Item;
import com.dingshu.orders.events.OrderExpired;
import com.dingshu.orders.events.OrderNotCollected;
import com.dingshu.orders.events.OrderOverdue;
import com.dingshu.orders.events.OrderShort;
import com.dingshu.tenancy.EventConsumer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the merchant's people want to know of. */
final class AlertConsumers {

    private AlertConsumers() {}

    @Component
    record OnExpired(AlertWork alerts) implements EventConsumer<OrderExpired> {

        @Override
        public String name() {
            return "notifications.order-expired";
        }

        @Override
        public Class<OrderExpired> type() {
            return OrderExpired.class;
        }

        @Override
        public void on(OrderExpired event) {
            onAll(List.of(event));
        }

        @Override
        public void onAll(List<OrderExpired> events) {
            alerts.note(
                    AlertKind.PAYMENT_TIMEOUT,
                    events.stream()
                            .map(event -> Item.of(event.aggregateId(), event.orderNumber(), event.expiredAt()))
                            .toList());
        }
    }

    @Component
    record OnShort(AlertWork alerts, Clock clock) implements EventConsumer<OrderShort> {

        @Override
        public String name() {
            return "notifications.order-short";
        }

        @Override
        public Class<OrderShort> type() {
            return OrderShort.class;
        }

        @Override
        public void on(OrderShort event) {
            onAll(List.of(event));
        }

        @Override
        public void onAll(List<OrderShort> events) {
            Instant now = clock.instant();
            alerts.note(
                    AlertKind.SHORTAGE,
                    events.stream().flatMap(event -> items(event, now)).toList());
        }

        private static Stream<Item> items(OrderShort event, Instant now) {
            return event.needs().stream()
                    .map(need -> new Item(
                            event.aggregateId(),
                            event.orderNumber(),
                            now,
                            need.skuId(),
                            need.wanted(),
                            need.available()));
        }
    }

    @Component
    record OnOverdue(AlertWork alerts) implements EventConsumer<OrderOverdue> {

        @Override
        public String name() {
            return "notifications.order-overdue";
        }

        @Override
        public Class<OrderOverdue> type() {
            return OrderOverdue.class;
        }

        @Override
        public void on(OrderOverdue event) {
            onAll(List.of(event));
        }

        @Override
        public void onAll(List<OrderOverdue> events) {
            alerts.note(
                    AlertKind.OVERDUE,
                    events.stream()
                            .map(event -> Item.of(event.aggregateId(), event.orderNumber(), event.dueAt()))
                            .toList());
        }
    }

    @Component
    record OnNotCollected(AlertWork alerts) implements EventConsumer<OrderNotCollected> {

        @Override
        public String name() {
            return "notifications.order-not-collected";
        }

        @Override
        public Class<OrderNotCollected> type() {
            return OrderNotCollected.class;
        }

        @Override
        public void on(OrderNotCollected event) {
            onAll(List.of(event));
        }

        @Override
        public void onAll(List<OrderNotCollected> events) {
            alerts.note(
                    AlertKind.NOT_COLLECTED,
                    events.stream()
                            .map(event -> Item.of(event.aggregateId(), event.orderNumber(), event.shippedAt()))
                            .toList());
        }
    }
}
