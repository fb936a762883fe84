package com.dingshu.notifications;

import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.OrderSummary;
import com.dingshu.orders.ShipTo;
import com.dingshu.orders.events.OrderShipped;
import com.dingshu.tenancy.Consumes;
import com.dingshu.tenancy.EventConsumer;
import com.dingshu.tenancy.Tenants;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells the customer that the order is on its way, with the waybill number and a link to its page. Nothing is sent when
 * somebody else shipped it: whoever did tells of it.
 */
@Configuration(proxyBeanMethods = false)
class ShippedMessage {

    private static final Map<String, String> CARRIERS = Map.of("SF", "顺丰");

    private final Messages messages;
    private final OrderQueries orders;
    private final ObjectProvider<StatusLink> links;
    private final Tenants tenants;

    ShippedMessage(Messages messages, OrderQueries orders, ObjectProvider<StatusLink> links, Tenants tenants) {
        this.messages = messages;
        this.orders = orders;
        this.links = links;
        this.tenants = tenants;
    }

    @Bean
    EventConsumer<OrderShipped> tellsCustomers() {
        return Consumes.each("notifications.shipped", OrderShipped.class, event -> {
            if (!event.elsewhere()) {
                orders.shipTo(event.aggregateId()).ifPresent(this::tell);
            }
        });
    }

    private void tell(ShipTo order) {
        OrderSummary summary = orders.detailsById(order.orderId()).orElseThrow().summary();
        String waybillNo = summary.waybillNo() == null ? "" : summary.waybillNo();
        Map<String, String> words = Map.of(
                "merchant", tenants.current().name(),
                "orderNumber", order.orderNumber(),
                "carrier", CARRIERS.getOrDefault(summary.carrier(), summary.carrier()),
                "waybillNo", waybillNo,
                "link", links.getObject().of(order.orderId()));
        messages.send(new SendMessage(
                "shipped", order.contact().phone(), words, "order", order.orderNumber(), "shipped|" + order.orderId()));
    }
}
