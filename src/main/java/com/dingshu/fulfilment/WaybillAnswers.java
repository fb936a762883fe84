package com.dingshu.fulfilment;

import com.dingshu.shipping.WaybillInfo;
import com.dingshu.shipping.WaybillLabel;
import com.dingshu.shipping.Waybills;
import com.dingshu.shipping.events.WaybillCancelled;
import com.dingshu.shipping.events.WaybillIssued;
import com.dingshu.shipping.events.WaybillKept;
import com.dingshu.shipping.events.WaybillRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the carrier's answers on the parcels. */
@Component
class WaybillAnswers {

    private static final WaybillLabel BLANK = new WaybillLabel("", "", "");

    private final FulfilmentOrderRepository orders;
    private final WaybillRequests requests;
    private final Waybills waybills;
    private final OrderGate gate;

    WaybillAnswers(FulfilmentOrderRepository orders, WaybillRequests requests, Waybills waybills, OrderGate gate) {
        this.orders = orders;
        this.requests = requests;
        this.waybills = waybills;
        this.gate = gate;
    }

    void issued(List<WaybillIssued> events) {
        Map<UUID, String> numbers = new LinkedHashMap<>();
        events.forEach(event -> numbers.put(event.aggregateId(), event.waybillNo()));
        Map<UUID, WaybillInfo> newest = waybills.newest(numbers.keySet());
        List<FulfilmentOrder> labelled = new ArrayList<>();
        for (FulfilmentOrder parcel : orders.lockAll(numbers.keySet())) {
            WaybillInfo waybill = newest.get(parcel.id());
            boolean stands = waybill == null || !waybill.state().goingOrGone();
            if (parcel.state().inTheHouse() && stands) {
                parcel.waybillIssued(java.util.Objects.requireNonNull(numbers.get(parcel.id())), label(waybill));
                labelled.add(parcel);
            }
        }
        gate.labelled(labelled);
    }

    void refused(WaybillRefused event) {
        orders.lock(event.aggregateId()).ifPresent(parcel -> parcel.waybillRefused(event.reason()));
    }

    /** A number taken back for a new address, or to have another, is followed by the wish for it. */
    void withdrawn(WaybillCancelled event) {
        orders.lock(event.aggregateId())
                .filter(parcel -> parcel.state().inTheHouse())
                .filter(parcel -> parcel.waybillState() == WaybillProgress.ASKED)
                .ifPresent(requests::request);
    }

    /** The carrier did not take a number back: the parcel goes with it after all, and says why. */
    void kept(WaybillKept event) {
        WaybillLabel label = label(waybills.newest(List.of(event.aggregateId())).get(event.aggregateId()));
        orders.lock(event.aggregateId())
                .filter(parcel -> parcel.state().inTheHouse())
                .ifPresent(parcel -> {
                    parcel.waybillKept(event.waybillNo(), label, event.reason(), gate.contactVersion(parcel));
                    gate.labelled(parcel);
                });
    }

    private static WaybillLabel label(@Nullable WaybillInfo waybill) {
        return waybill == null || waybill.label() == null ? BLANK : waybill.label();
    }
}
