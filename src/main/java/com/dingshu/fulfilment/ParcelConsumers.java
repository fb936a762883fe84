package com.dingshu.fulfilment;

import com.dingshu.orders.OrderProgress;
import com.dingshu.shipping.events.ParcelCollected;
import com.dingshu.shipping.events.ParcelDelivered;
import com.dingshu.shipping.events.ParcelRefused;
import com.dingshu.tenancy.EventConsumer;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What the carrier reports of a parcel becomes a fact of its order. */
final class ParcelConsumers {

    private ParcelConsumers() {}

    @Component
    static class OnCollected implements EventConsumer<ParcelCollected> {

        private final FulfilmentOrderRepository parcels;
        private final OrderProgress progress;

        OnCollected(FulfilmentOrderRepository parcels, OrderProgress progress) {
            this.parcels = parcels;
            this.progress = progress;
        }

        @Override
        public String name() {
            return "fulfilment.parcel-collected";
        }

        @Override
        public Class<ParcelCollected> type() {
            return ParcelCollected.class;
        }

        @Override
        public void on(ParcelCollected event) {
            tell(parcels, event.aggregateId(), order -> progress.collected(order, event.at()));
        }
    }

    @Component
    static class OnDelivered implements EventConsumer<ParcelDelivered> {

        private final FulfilmentOrderRepository parcels;
        private final OrderProgress progress;

        OnDelivered(FulfilmentOrderRepository parcels, OrderProgress progress) {
            this.parcels = parcels;
            this.progress = progress;
        }

        @Override
        public String name() {
            return "fulfilment.parcel-delivered";
        }

        @Override
        public Class<ParcelDelivered> type() {
            return ParcelDelivered.class;
        }

        @Override
        public void on(ParcelDelivered event) {
            tell(parcels, event.aggregateId(), order -> progress.delivered(order, event.at()));
        }
    }

    @Component
    static class OnRefused implements EventConsumer<ParcelRefused> {

        private final FulfilmentOrderRepository parcels;
        private final OrderProgress progress;

        OnRefused(FulfilmentOrderRepository parcels, OrderProgress progress) {
            this.parcels = parcels;
            this.progress = progress;
        }

        @Override
        public String name() {
            return "fulfilment.parcel-refused";
        }

        @Override
        public Class<ParcelRefused> type() {
            return ParcelRefused.class;
        }

        @Override
        public void on(ParcelRefused event) {
            tell(parcels, event.aggregateId(), progress::refused);
        }
    }

    /** A parcel that was called off says nothing of its order: another may be on its way. */
    private static void tell(FulfilmentOrderRepository parcels, UUID parcelId, Consumer<UUID> fact) {
        parcels.own(parcelId)
                .filter(parcel -> parcel.state() != FulfilmentState.CANCELLED)
                .map(FulfilmentOrder::orderId)
                .ifPresent(fact);
    }
}
