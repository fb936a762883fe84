package com.dingshu.fulfilment;

import com.dingshu.customers.Contact;
import com.dingshu.inventory.WarehouseInfo;
import com.dingshu.inventory.Warehouses;
import com.dingshu.shipping.RequestWaybill;
import com.dingshu.shipping.Waybills;
import java.util.List;
import org.springframework.stereotype.Component;

/** Wishes for waybills: who sends what to whom. The number follows as an event. */
@Component
class WaybillRequests {

    private final FulfilmentLineRepository lines;
    private final Warehouses warehouses;
    private final Waybills waybills;
    private final OrderGate gate;

    WaybillRequests(FulfilmentLineRepository lines, Warehouses warehouses, Waybills waybills, OrderGate gate) {
        this.lines = lines;
        this.warehouses = warehouses;
        this.waybills = waybills;
        this.gate = gate;
    }

    void request(FulfilmentOrder parcel) {
        waybills.requestLater(new RequestWaybill(
                parcel.id(),
                parcel.number(),
                parcel.carrier(),
                sender(parcel),
                receiver(gate.receiver(parcel)),
                cargo(parcel),
                0));
    }

    private RequestWaybill.Party sender(FulfilmentOrder parcel) {
        WarehouseInfo from = warehouses.all().stream()
                .filter(warehouse -> warehouse.id().equals(parcel.warehouseId()))
                .findFirst()
                .orElseThrow();
        return new RequestWaybill.Party(from.senderName(), from.senderPhone(), from.address());
    }

    private static RequestWaybill.Party receiver(Contact to) {
        return new RequestWaybill.Party(to.name(), to.phone(), to.address());
    }

    private List<RequestWaybill.Cargo> cargo(FulfilmentOrder parcel) {
        return lines.findByFulfilmentOrderIdOrderByLineNo(parcel.id()).stream()
                .map(line -> new RequestWaybill.Cargo(line.name(), line.quantity()))
                .toList();
    }
}
