package com.dingshu.fulfilment;

import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The parcels of orders: reads for screens, and the carrier asked again. */
@Service
@Transactional
public class Parcels {

    private final FulfilmentOrderRepository orders;
    private final WaybillRequests waybills;

    Parcels(FulfilmentOrderRepository orders, WaybillRequests waybills) {
        this.orders = orders;
        this.waybills = waybills;
    }

    /** The parcels of one order, oldest first; empty for an unknown order. */
    @Requires({Permission.ORDERS_VIEW, Permission.FULFILMENT_VIEW, Permission.STATUS_PAGE, Permission.FACTS_RECORD})
    @Transactional(readOnly = true)
    public List<ParcelInfo> ofOrder(UUID orderId) {
        return orders.findByOrderId(orderId).stream().map(Parcels::info).toList();
    }

    /** Asks the carrier once more for a waybill it refused. */
    @Requires(Permission.FULFILMENT_PRINT)
    public void requestWaybillAgain(UUID parcelId) {
        FulfilmentOrder parcel = orders.lock(parcelId).orElseThrow();
        parcel.waybillAskedAgain();
        waybills.request(parcel);
    }

    static ParcelInfo info(FulfilmentOrder order) {
        return new ParcelInfo(
                order.id(),
                order.number(),
                order.orderId(),
                order.orderNumber(),
                order.warehouseId(),
                order.state(),
                order.totalUnits(),
                order.pickedUnits(),
                order.packedUnits(),
                order.carrier(),
                order.waybillNo(),
                order.waybillProblem(),
                order.dueAt(),
                order.openedAt(),
                order.pickedAt(),
                order.packedAt(),
                order.labelPrintedAt(),
                order.shippedAt());
    }
}
