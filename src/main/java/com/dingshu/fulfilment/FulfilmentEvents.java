package com.dingshu.fulfilment;

import com.dingshu.orders.OrderProgress;
import com.dingshu.orders.events.OrderCancelled;
import com.dingshu.orders.events.OrderContactChanged;
import com.dingshu.orders.events.OrderReleased;
import com.dingshu.orders.events.OrderShipped;
import com.dingshu.orders.events.OrderTakenBack;
import com.dingshu.orders.events.OrderVoided;
import com.dingshu.shipping.events.ParcelCollected;
import com.dingshu.shipping.events.ParcelDelivered;
import com.dingshu.shipping.events.ParcelRefused;
import com.dingshu.shipping.events.WaybillCancelled;
import com.dingshu.shipping.events.WaybillIssued;
import com.dingshu.shipping.events.WaybillKept;
import com.dingshu.shipping.events.WaybillRefused;
import com.dingshu.tenancy.Consumes;
import com.dingshu.tenancy.EventConsumer;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the warehouse hears of orders, and orders of their parcels. */
@Configuration(proxyBeanMethods = false)
class FulfilmentEvents {

    private final FulfilmentOrderRepository parcels;

    FulfilmentEvents(FulfilmentOrderRepository parcels) {
        this.parcels = parcels;
    }

    /** Nobody has to tell the warehouse to begin, nor to print. */
    @Bean
    EventConsumer<OrderReleased> opensParcels(ParcelOpening opening) {
        return Consumes.all("fulfilment.order-released", OrderReleased.class, opening::open);
    }

    @Bean
    EventConsumer<OrderCancelled> stopsCancelled(ParcelStops stops) {
        return Consumes.each(
                "fulfilment.order-cancelled", OrderCancelled.class, event -> stops.stop(event.aggregateId()));
    }

    @Bean
    EventConsumer<OrderVoided> stopsVoided(ParcelStops stops) {
        return Consumes.each("fulfilment.order-voided", OrderVoided.class, event -> stops.stop(event.aggregateId()));
    }

    @Bean
    EventConsumer<OrderTakenBack> stopsTakenBack(ParcelStops stops) {
        return Consumes.each(
                "fulfilment.order-taken-back", OrderTakenBack.class, event -> stops.stop(event.aggregateId()));
    }

    /** The channel says the order has left from elsewhere: nothing is to be sent from here. */
    @Bean
    EventConsumer<OrderShipped> stopsShippedElsewhere(ParcelStops stops) {
        return Consumes.each("fulfilment.order-shipped", OrderShipped.class, event -> {
            if (event.elsewhere()) {
                stops.stop(event.aggregateId());
            }
        });
    }

    @Bean
    EventConsumer<OrderContactChanged> readdresses(ParcelStops stops) {
        return Consumes.each(
                "fulfilment.order-contact-changed",
                OrderContactChanged.class,
                event -> stops.readdress(event.aggregateId()));
    }

    @Bean
    EventConsumer<WaybillIssued> labels(WaybillAnswers answers) {
        return Consumes.all("fulfilment.waybill-issued", WaybillIssued.class, answers::issued);
    }

    @Bean
    EventConsumer<WaybillRefused> notesRefusedWaybills(WaybillAnswers answers) {
        return Consumes.each("fulfilment.waybill-refused", WaybillRefused.class, answers::refused);
    }

    @Bean
    EventConsumer<WaybillCancelled> asksAgain(WaybillAnswers answers) {
        return Consumes.each("fulfilment.waybill-cancelled", WaybillCancelled.class, answers::withdrawn);
    }

    @Bean
    EventConsumer<WaybillKept> keepsWaybills(WaybillAnswers answers) {
        return Consumes.each("fulfilment.waybill-kept", WaybillKept.class, answers::kept);
    }

    @Bean
    EventConsumer<ParcelCollected> tellsCollected(OrderProgress progress) {
        return Consumes.each(
                "fulfilment.parcel-collected",
                ParcelCollected.class,
                event -> tell(event.aggregateId(), order -> progress.collected(order, event.at())));
    }

    @Bean
    EventConsumer<ParcelDelivered> tellsDelivered(OrderProgress progress) {
        return Consumes.each(
                "fulfilment.parcel-delivered",
                ParcelDelivered.class,
                event -> tell(event.aggregateId(), order -> progress.delivered(order, event.at())));
    }

    @Bean
    EventConsumer<ParcelRefused> tellsRefused(OrderProgress progress) {
        return Consumes.each(
                "fulfilment.parcel-refused",
                ParcelRefused.class,
                event -> tell(event.aggregateId(), progress::refused));
    }

    /** A parcel that was called off says nothing of its order: another may be on its way. */
    private void tell(UUID parcelId, Consumer<UUID> fact) {
        parcels.own(parcelId)
                .filter(parcel -> parcel.state() != FulfilmentState.CANCELLED)
                .map(FulfilmentOrder::orderId)
                .ifPresent(fact);
    }
}
