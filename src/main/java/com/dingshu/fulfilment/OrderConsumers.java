package com.dingshu.fulfilment;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SkuInfo;
import com.dingshu.inventory.StockQueries;
import com.dingshu.orders.events.OrderCancelled;
import com.dingshu.orders.events.OrderContactChanged;
import com.dingshu.orders.events.OrderReleased;
import com.dingshu.orders.events.OrderShipped;
import com.dingshu.orders.events.OrderTakenBack;
import com.dingshu.orders.events.OrderVoided;
import com.dingshu.shipping.Waybills;
import com.dingshu.tenancy.EventConsumer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the warehouse does when an order is released to it or taken from it. */
final class OrderConsumers {

    private OrderConsumers() {}

    /**
     * Opens the fulfilment order and wishes for its waybill: nobody has to tell the warehouse to print. What was taken back
     * meanwhile is not opened, and what is left of an earlier release makes room.
     */
    @Component
    static class OnReleased implements EventConsumer<OrderReleased> {

        private static final String CARRIER = "SF";

        private final FulfilmentOrderRepository orders;
        private final FulfilmentLineRepository lines;
        private final Catalog catalog;
        private final StockQueries stock;
        private final WaybillRequests waybills;
        private final OrderGate gate;
        private final Stopping stopping;
        private final Clock clock;

        OnReleased(
                FulfilmentOrderRepository orders,
                FulfilmentLineRepository lines,
                Catalog catalog,
                StockQueries stock,
                WaybillRequests waybills,
                OrderGate gate,
                Stopping stopping,
                Clock clock) {
            this.orders = orders;
            this.lines = lines;
            this.catalog = catalog;
            this.stock = stock;
            this.waybills = waybills;
            this.gate = gate;
            this.stopping = stopping;
            this.clock = clock;
        }

        @Override
        public String name() {
            return "fulfilment.order-released";
        }

        @Override
        public Class<OrderReleased> type() {
            return OrderReleased.class;
        }

        @Override
        public void on(OrderReleased event) {
            Optional<Instant> since = gate.withUsSince(event.aggregateId());
            if (since.isEmpty()) {
                return;
            }
            List<FulfilmentOrder> earlier = orders.findByOrderId(event.aggregateId());
            stopping.stop(earlier, since.get());
            if (earlier.stream().anyMatch(parcel -> parcel.state() != FulfilmentState.CANCELLED)) {
                return;
            }
            FulfilmentOrder parcel = orders.save(new FulfilmentOrder(
                    event.orderNumber() + "-" + (earlier.size() + 1),
                    event.aggregateId(),
                    event.orderNumber(),
                    event.warehouseId(),
                    event.lines().stream()
                            .mapToInt(OrderReleased.Line::quantity)
                            .sum(),
                    CARRIER,
                    event.dueAt(),
                    clock.instant()));
            open(parcel, event.lines());
            waybills.request(parcel);
        }

        private void open(FulfilmentOrder parcel, List<OrderReleased.Line> wanted) {
            List<UUID> skuIds = wanted.stream().map(OrderReleased.Line::skuId).toList();
            Map<UUID, SkuInfo> skus = catalog.byIds(skuIds);
            Map<UUID, String> bins = stock.bins(parcel.warehouseId(), skuIds);
            int number = 0;
            for (OrderReleased.Line line : wanted) {
                SkuInfo sku = skus.get(line.skuId());
                FulfilmentLine.Goods goods = new FulfilmentLine.Goods(
                        line.lineId(),
                        line.skuId(),
                        sku == null ? "" : sku.code(),
                        line.name(),
                        line.spec().isEmpty() ? null : line.spec(),
                        sku == null ? List.of() : sku.barcodes(),
                        bins.get(line.skuId()));
                lines.save(new FulfilmentLine(parcel.id(), ++number, goods, line.quantity()));
            }
            lines.flush();
        }
    }

    /**
     * Stops the parcels of an order that the warehouse shall not send any more. Those of its present release stay: the order
     * may have been taken back and released again before the warehouse hears of either.
     */
    @Component
    static class Stopping {

        private final FulfilmentOrderRepository orders;
        private final Waybills waybills;
        private final OrderGate gate;
        private final Clock clock;

        Stopping(FulfilmentOrderRepository orders, Waybills waybills, OrderGate gate, Clock clock) {
            this.orders = orders;
            this.waybills = waybills;
            this.gate = gate;
            this.clock = clock;
        }

        void stop(UUID orderId) {
            stop(orders.findByOrderId(orderId), gate.withUsSince(orderId).orElse(Instant.MAX));
        }

        void stop(List<FulfilmentOrder> parcels, Instant since) {
            for (FulfilmentOrder parcel : parcels) {
                if (parcel.state().inTheHouse() && parcel.openedAt().isBefore(since)) {
                    parcel.cancel(clock.instant());
                    waybills.cancelLater(parcel.id());
                }
            }
        }
    }

    @Component
    record OnCancelled(Stopping stopping) implements EventConsumer<OrderCancelled> {

        @Override
        public String name() {
            return "fulfilment.order-cancelled";
        }

        @Override
        public Class<OrderCancelled> type() {
            return OrderCancelled.class;
        }

        @Override
        public void on(OrderCancelled event) {
            stopping.stop(event.aggregateId());
        }
    }

    @Component
    record OnVoided(Stopping stopping) implements EventConsumer<OrderVoided> {

        @Override
        public String name() {
            return "fulfilment.order-voided";
        }

        @Override
        public Class<OrderVoided> type() {
            return OrderVoided.class;
        }

        @Override
        public void on(OrderVoided event) {
            stopping.stop(event.aggregateId());
        }
    }

    @Component
    record OnTakenBack(Stopping stopping) implements EventConsumer<OrderTakenBack> {

        @Override
        public String name() {
            return "fulfilment.order-taken-back";
        }

        @Override
        public Class<OrderTakenBack> type() {
            return OrderTakenBack.class;
        }

        @Override
        public void on(OrderTakenBack event) {
            stopping.stop(event.aggregateId());
        }
    }

    /** The channel says the order has left from elsewhere: nothing is to be sent from here. */
    @Component
    record OnShippedElsewhere(Stopping stopping) implements EventConsumer<OrderShipped> {

        @Override
        public String name() {
            return "fulfilment.order-shipped";
        }

        @Override
        public Class<OrderShipped> type() {
            return OrderShipped.class;
        }

        @Override
        public void on(OrderShipped event) {
            if (event.elsewhere()) {
                stopping.stop(event.aggregateId());
            }
        }
    }

    /** A new address: the waybill already drawn is void and another one is asked for. */
    @Component
    record OnContactChanged(FulfilmentOrderRepository orders, Waybills waybills, OrderGate gate)
            implements EventConsumer<OrderContactChanged> {

        @Override
        public String name() {
            return "fulfilment.order-contact-changed";
        }

        @Override
        public Class<OrderContactChanged> type() {
            return OrderContactChanged.class;
        }

        @Override
        public void on(OrderContactChanged event) {
            orders.findByOrderId(event.aggregateId()).stream()
                    .filter(parcel -> parcel.state().inTheHouse())
                    .forEach(parcel -> {
                        parcel.waybillWithdrawn();
                        gate.labelled(parcel);
                        waybills.cancelLater(parcel.id());
                    });
        }
    }
}
