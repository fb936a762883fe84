package com.dingshu.fulfilment;

import com.dingshu.customers.Contact;
import com.dingshu.inventory.ConsumeResult;
import com.dingshu.inventory.Stock;
import com.dingshu.orders.Anchor;
import com.dingshu.orders.OrderProgress;
import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.OrderResult;
import com.dingshu.orders.Standing;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the warehouse asks of the order and tells it. The order stays locked until the scan's transaction ends. */
@Component
class OrderGate {

    private final OrderProgress progress;
    private final OrderQueries queries;
    private final Stock stock;

    OrderGate(OrderProgress progress, OrderQueries queries, Stock stock) {
        this.progress = progress;
        this.queries = queries;
        this.stock = stock;
    }

    /** Since when the order is with the warehouse; empty when it is not, or no more. */
    Optional<Instant> withUsSince(UUID orderId) {
        return Optional.ofNullable(withUsSince(List.of(orderId)).get(orderId));
    }

    /** The same of many orders; those that are not with the warehouse are missing. */
    Map<UUID, Instant> withUsSince(Collection<UUID> orderIds) {
        Map<UUID, Instant> since = new HashMap<>();
        standings(orderIds).values().stream()
                .filter(order -> order.anchor() == Anchor.PICKING && order.releasedAt() != null)
                .forEach(order -> since.put(order.orderId(), order.releasedAt()));
        return since;
    }

    Map<UUID, Standing> standings(Collection<UUID> orderIds) {
        return progress.standings(orderIds);
    }

    /** Why the parcel must stay where it is, if it must. */
    Optional<ScanResult.Refused> stop(FulfilmentOrder parcel) {
        Standing order = progress.standing(parcel.orderId());
        if (parcel.state() == FulfilmentState.CANCELLED || leftPicking(parcel, order)) {
            return Optional.of(refused(parcel, ScanResult.Stop.CANCELLED, order));
        }
        if (order.held()) {
            return Optional.of(refused(parcel, ScanResult.Stop.HELD, order));
        }
        return wronglyAddressed(parcel, order)
                ? Optional.of(refused(parcel, ScanResult.Stop.ADDRESS_CHANGED, order))
                : Optional.empty();
    }

    /** Asked for a receiver the order no longer has, or labelled for one: true before the warehouse has heard of it. */
    static boolean wronglyAddressed(FulfilmentOrder parcel, Standing order) {
        return parcel.state().inTheHouse() && (parcel.isToRelabel() || !parcel.isFor(order.contactVersion()));
    }

    /** Which of its receivers each order has now; read this before the receivers themselves. */
    Map<UUID, Integer> contactVersions(Collection<FulfilmentOrder> parcels) {
        return standings(parcels.stream().map(FulfilmentOrder::orderId).collect(Collectors.toSet())).values().stream()
                .collect(Collectors.toMap(Standing::orderId, Standing::contactVersion));
    }

    /** Which of its receivers the parcel's order has now. */
    int contactVersion(FulfilmentOrder parcel) {
        return contactVersions(List.of(parcel)).getOrDefault(parcel.orderId(), 0);
    }

    /** Taken back, called off or sent from elsewhere: true before the warehouse has heard of it. */
    private static boolean leftPicking(FulfilmentOrder parcel, Standing order) {
        return parcel.state().inTheHouse() && order.anchor() != Anchor.PICKING;
    }

    ScanResult.Refused refused(FulfilmentOrder parcel, ScanResult.Stop stop) {
        return refused(parcel, stop, progress.standing(parcel.orderId()));
    }

    void picked(FulfilmentOrder parcel, Instant at) {
        progress.picked(parcel.orderId(), at);
    }

    void packed(FulfilmentOrder parcel, Instant at) {
        progress.packed(parcel.orderId(), at);
    }

    /** The goods leave the books. False when they were never committed: then nothing may leave. */
    boolean consume(FulfilmentOrder parcel) {
        return stock.consume(parcel.orderId(), parcel.id()) != ConsumeResult.NOT_COMMITTED;
    }

    /** Tells the order that its parcel is out; false when the order does not allow it. */
    boolean shipped(FulfilmentOrder parcel, Instant at) {
        return progress.shipped(parcel.orderId(), at).succeeded();
    }

    OrderResult labelled(FulfilmentOrder parcel) {
        String waybillNo = parcel.waybillNo();
        return progress.labelled(parcel.orderId(), waybillNo == null ? "" : parcel.carrier(), waybillNo);
    }

    /** Tells the order that its parcel's number is void, for the reason acted for. */
    void waybillTakenBack(FulfilmentOrder parcel, String waybillNo) {
        progress.waybillTakenBack(parcel.orderId(), waybillNo, parcel.waybillState() == WaybillProgress.ASKED);
    }

    /** The same for many parcels by a few statements; parcels of one order in the order given. */
    void labelled(List<FulfilmentOrder> parcels) {
        Map<UUID, OrderProgress.Label> labels = new LinkedHashMap<>();
        for (FulfilmentOrder parcel : parcels) {
            labels.put(parcel.orderId(), new OrderProgress.Label(parcel.carrier(), parcel.waybillNo()));
        }
        progress.labelledAll(labels);
    }

    void labelPrinted(FulfilmentOrder parcel, Instant at) {
        progress.labelPrinted(parcel.orderId(), at);
    }

    Contact receiver(FulfilmentOrder parcel) {
        return receivers(List.of(parcel)).getOrDefault(parcel.orderId(), Contact.UNKNOWN);
    }

    /** The receivers in clear, by order; those without one are missing. */
    Map<UUID, Contact> receivers(Collection<FulfilmentOrder> parcels) {
        return queries.receivers(parcels.stream().map(FulfilmentOrder::orderId).collect(Collectors.toSet()));
    }

    private static ScanResult.Refused refused(FulfilmentOrder parcel, ScanResult.Stop stop, Standing order) {
        String obstacle =
                stop.ofTheLabel() ? null : String.join(" ", order.obstacle().args());
        return new ScanResult.Refused(
                parcel.id(), parcel.orderNumber(), stop, order.anchor().name(), obstacle);
    }
}
