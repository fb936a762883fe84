package com.dingshu.blueprints;

import com.dingshu.fulfilment.ParcelInfo;
import com.dingshu.fulfilment.Parcels;
import com.dingshu.orders.events.OrderShipped;
import com.dingshu.tenancy.EventConsumer;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the simulated carrier that a parcel has passed the outbound scan, so that none is fetched before it is packed. */
@Component
@Profile("demo")
class SimulatedCourier implements EventConsumer<OrderShipped> {

    private final Parcels parcels;
    private final SimulatedPlatforms platforms;

    SimulatedCourier(Parcels parcels, SimulatedPlatforms platforms) {
        this.parcels = parcels;
        this.platforms = platforms;
    }

    @Override
    public String name() {
        return "blueprints.courier";
    }

    @Override
    public Class<OrderShipped> type() {
        return OrderShipped.class;
    }

    @Override
    public void on(OrderShipped event) {
        List<String> waybills = new ArrayList<>();
        for (ParcelInfo parcel : parcels.ofOrder(event.aggregateId())) {
            if (parcel.shippedAt() != null && parcel.waybillNo() != null) {
                waybills.add(parcel.waybillNo());
            }
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual()
                        .name("courier-" + event.orderNumber())
                        .start(() -> waybills.forEach(platforms::handOver));
            }
        });
    }
}
