package com.dingshu.fulfilment;

import com.dingshu.orders.OrderFinder;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the order of a parcel by its waybill number. */
@Component
class WaybillFinder implements OrderFinder {

    private final FulfilmentOrderRepository parcels;

    WaybillFinder(FulfilmentOrderRepository parcels) {
        this.parcels = parcels;
    }

    @Override
    @Transactional(readOnly = true)
    public List<UUID> find(String text, int most) {
        return parcels.orderOfWaybill(text).stream().limit(most).toList();
    }
}
