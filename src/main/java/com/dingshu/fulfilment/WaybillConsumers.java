package com.dingshu.fulfilment;

import com.dingshu.shipping.WaybillInfo;
import com.dingshu.shipping.WaybillLabel;
import com.dingshu.shipping.Waybills;
import com.dingshu.shipping.events.WaybillCancelled;
import com.dingshu.shipping.events.WaybillIssued;
import com.dingshu.shipping.events.WaybillKept;
import com.dingshu.shipping.events.WaybillRefused;
import com.dingshu.tenancy.EventConsumer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes the carrier's answer on the parcel. */
final class WaybillConsumers {

    private WaybillConsumers() {}

    @Component
    static class OnIssued implements EventConsumer<WaybillIssued> {

        private final FulfilmentOrderRepository orders;
        private final Waybills waybills;
        private final OrderGate gate;

        OnIssued(FulfilmentOrderRepository orders, Waybills waybills, OrderGate gate) {
            this.orders = orders;
            this.waybills = waybills;
            this.gate = gate;
        }

        @Override
        public String name() {
            return "fulfilment.waybill-issued";
        }

        @Override
        public Class<WaybillIssued> type() {
            return WaybillIssued.class;
        }

        @Override
        public void on(WaybillIssued event) {
            WaybillInfo waybill = waybills.newest(List.of(event.aggregateId())).get(event.aggregateId());
            if (waybill != null && waybill.state().goingOrGone()) {
                return;
            }
            WaybillLabel label =
                    waybill == null || waybill.label() == null ? new WaybillLabel("", "", "") : waybill.label();
            orders.lock(event.aggregateId())
                    .filter(parcel -> parcel.state().inTheHouse())
                    .ifPresent(parcel -> {
                        parcel.waybillIssued(event.waybillNo(), label);
                        gate.labelled(parcel);
                    });
        }
    }

    @Component
    static class OnRefused implements EventConsumer<WaybillRefused> {

        private final FulfilmentOrderRepository orders;

        OnRefused(FulfilmentOrderRepository orders) {
            this.orders = orders;
        }

        @Override
        public String name() {
            return "fulfilment.waybill-refused";
        }

        @Override
        public Class<WaybillRefused> type() {
            return WaybillRefused.class;
        }

        @Override
        public void on(WaybillRefused event) {
            orders.lock(event.aggregateId()).ifPresent(parcel -> parcel.waybillRefused(event.reason()));
        }
    }

    /** A number taken back for a new address, or to have another, is followed by the wish for it. */
    @Component
    static class OnWithdrawn implements EventConsumer<WaybillCancelled> {

        private final FulfilmentOrderRepository orders;
        private final WaybillRequests requests;

        OnWithdrawn(FulfilmentOrderRepository orders, WaybillRequests requests) {
            this.orders = orders;
            this.requests = requests;
        }

        @Override
        public String name() {
            return "fulfilment.waybill-cancelled";
        }

        @Override
        public Class<WaybillCancelled> type() {
            return WaybillCancelled.class;
        }

        @Override
        public void on(WaybillCancelled event) {
            orders.lock(event.aggregateId())
                    .filter(parcel -> parcel.state().inTheHouse())
                    .filter(parcel -> parcel.waybillState() == WaybillProgress.ASKED)
                    .ifPresent(requests::request);
        }
    }

    /** The carrier did not take a number back: the parcel goes with it after all, and says why. */
    @Component
    static class OnKept implements EventConsumer<WaybillKept> {

        private final FulfilmentOrderRepository orders;
        private final Waybills waybills;
        private final OrderGate gate;

        OnKept(FulfilmentOrderRepository orders, Waybills waybills, OrderGate gate) {
            this.orders = orders;
            this.waybills = waybills;
            this.gate = gate;
        }

        @Override
        public String name() {
            return "fulfilment.waybill-kept";
        }

        @Override
        public Class<WaybillKept> type() {
            return WaybillKept.class;
        }

        @Override
        public void on(WaybillKept event) {
            WaybillInfo waybill = waybills.newest(List.of(event.aggregateId())).get(event.aggregateId());
            WaybillLabel label =
                    waybill == null || waybill.label() == null ? new WaybillLabel("", "", "") : waybill.label();
            orders.lock(event.aggregateId())
                    .filter(parcel -> parcel.state().inTheHouse())
                    .ifPresent(parcel -> {
                        parcel.waybillKept(event.waybillNo(), label, event.reason());
                        gate.labelled(parcel);
                    });
        }
    }
}
