package com.dingshu.fulfilment;

import com.dingshu.shipping.Waybills;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Stops parcels that shall not be sent any more, or not to where they were addressed. Those of an order's present release
 * stay: the order may have been taken back and released again before the warehouse hears of either.
 */
@Component
class ParcelStops {

    private final FulfilmentOrderRepository orders;
    private final Waybills waybills;
    private final OrderGate gate;
    private final Clock clock;

    ParcelStops(FulfilmentOrderRepository orders, Waybills waybills, OrderGate gate, Clock clock) {
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

    /**
     * A new address: the waybill already drawn is void and another one is asked for. A parcel that was opened, or asked
     * anew, for the new receiver is left alone.
     */
    void readdress(UUID orderId) {
        for (FulfilmentOrder parcel : orders.findByOrderId(orderId)) {
            if (parcel.state().inTheHouse() && !parcel.isFor(gate.contactVersion(parcel))) {
                String number = parcel.waybillNo();
                parcel.readdressed();
                if (number != null) {
                    gate.waybillTakenBack(parcel, number);
                }
                waybills.cancelLater(parcel.id());
            }
        }
    }
}
