package com.dingshu.notifications;

import com.dingshu.notifications.AlertGateway.Item;
import com.dingshu.orders.events.OrderExpired;
import com.dingshu.orders.events.OrderNotCollected;
import com.dingshu.orders.events.OrderOverdue;
import com.dingshu.orders.events.OrderShort;
import com.dingshu.orders.events.PaymentArrivedLate;
import com.dingshu.tenancy.Consumes;
import com.dingshu.tenancy.DomainEvent;
import com.dingshu.tenancy.EventConsumer;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the merchant's people want to know of. */
@Configuration(proxyBeanMethods = false)
class AlertEvents {

    private final AlertWork alerts;
    private final Clock clock;

    AlertEvents(AlertWork alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    @Bean
    EventConsumer<OrderExpired> alertsExpired() {
        return notes(
                "notifications.order-expired",
                OrderExpired.class,
                AlertKind.PAYMENT_TIMEOUT,
                event -> Stream.of(Item.of(event.aggregateId(), event.orderNumber(), event.expiredAt())));
    }

    @Bean
    EventConsumer<PaymentArrivedLate> alertsPaidLate() {
        return notes(
                "notifications.payment-late",
                PaymentArrivedLate.class,
                AlertKind.LATE_PAYMENT,
                event -> Stream.of(Item.of(event.aggregateId(), event.orderNumber(), clock.instant())));
    }

    @Bean
    EventConsumer<OrderShort> alertsShort() {
        return notes("notifications.order-short", OrderShort.class, AlertKind.SHORTAGE, this::items);
    }

    @Bean
    EventConsumer<OrderOverdue> alertsOverdue() {
        return notes(
                "notifications.order-overdue",
                OrderOverdue.class,
                AlertKind.OVERDUE,
                event -> Stream.of(Item.of(event.aggregateId(), event.orderNumber(), event.dueAt())));
    }

    @Bean
    EventConsumer<OrderNotCollected> alertsNotCollected() {
        return notes(
                "notifications.order-not-collected",
                OrderNotCollected.class,
                AlertKind.NOT_COLLECTED,
                event -> Stream.of(Item.of(event.aggregateId(), event.orderNumber(), event.shippedAt())));
    }

    private <E extends DomainEvent> EventConsumer<E> notes(
            String name, Class<E> type, AlertKind kind, Function<E, Stream<Item>> items) {
        return Consumes.all(
                name,
                type,
                events -> alerts.note(kind, events.stream().flatMap(items).toList()));
    }

    private Stream<Item> items(OrderShort event) {
        Instant now = clock.instant();
        return event.needs().stream()
                .map(need -> new Item(
                        event.aggregateId(), event.orderNumber(), now, need.skuId(), need.wanted(), need.available()));
    }
}
