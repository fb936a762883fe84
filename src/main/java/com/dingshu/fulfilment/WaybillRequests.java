package com.dingshu.fulfilment;

import com.dingshu.customers.Contact;
import com.dingshu.inventory.WarehouseInfo;
import com.dingshu.inventory.Warehouses;
import com.dingshu.shipping.RequestWaybill;
import com.dingshu.shipping.Waybills;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        request(List.of(parcel), Map.of(parcel.id(), lines.findByFulfilmentOrderIdOrderByLineNo(parcel.id())));
    }

    /** @param goods the lines of each parcel, by its id */
    void request(Collection<FulfilmentOrder> parcels, Map<UUID, List<FulfilmentLine>> goods) {
        Map<UUID, WarehouseInfo> senders =
                warehouses.all().stream().collect(Collectors.toMap(WarehouseInfo::id, Function.identity()));
        Map<UUID, Integer> versions = gate.contactVersions(parcels);
        Map<UUID, Contact> receivers = gate.receivers(parcels);
        Set<UUID> asked = waybills.requestAllLater(parcels.stream()
                .map(parcel -> new RequestWaybill(
                        parcel.id(),
                        parcel.number(),
                        parcel.carrier(),
                        sender(Objects.requireNonNull(senders.get(parcel.warehouseId()))),
                        receiver(receivers.getOrDefault(parcel.orderId(), Contact.UNKNOWN)),
                        cargo(goods.getOrDefault(parcel.id(), List.of())),
                        0))
                .toList());
        parcels.stream()
                .filter(parcel -> asked.contains(parcel.id()))
                .forEach(parcel -> parcel.waybillAskedFor(versions.getOrDefault(parcel.orderId(), 0)));
    }

    private static RequestWaybill.Party sender(WarehouseInfo from) {
        return new RequestWaybill.Party(from.senderName(), from.senderPhone(), from.address());
    }

    private static RequestWaybill.Party receiver(Contact to) {
        return new RequestWaybill.Party(to.name(), to.phone(), to.address());
    }

    private static List<RequestWaybill.Cargo> cargo(List<FulfilmentLine> goods) {
        return goods.stream()
                .map(line -> new RequestWaybill.Cargo(line.name(), line.quantity()))
                .toList();
    }
}
