package com.dingshu.fulfilment;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SkuInfo;
import com.dingshu.inventory.StockQueries;
import com.dingshu.orders.events.OrderReleased;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Opens fulfilment orders for released orders and wishes for their waybills, many orders by the same few statements. What
 * was taken back meanwhile is not opened; what is left of an earlier release makes room; and an order that has a parcel of
 * the present release gets no second one.
 */
@Component
class ParcelOpening {

    private static final String CARRIER = "SF";

    private final FulfilmentOrderRepository orders;
    private final FulfilmentLineRepository lines;
    private final Catalog catalog;
    private final StockQueries stock;
    private final WaybillRequests waybills;
    private final OrderGate gate;
    private final ParcelStops stops;
    private final Clock clock;

    ParcelOpening(
            FulfilmentOrderRepository orders,
            FulfilmentLineRepository lines,
            Catalog catalog,
            StockQueries stock,
            WaybillRequests waybills,
            OrderGate gate,
            ParcelStops stops,
            Clock clock) {
        this.orders = orders;
        this.lines = lines;
        this.catalog = catalog;
        this.stock = stock;
        this.waybills = waybills;
        this.gate = gate;
        this.stops = stops;
        this.clock = clock;
    }

    void open(List<OrderReleased> released) {
        Map<FulfilmentOrder, OrderReleased> parcels = parcels(released);
        if (parcels.isEmpty()) {
            return;
        }
        Map<UUID, List<FulfilmentLine>> goods = goods(parcels);
        orders.saveAll(parcels.keySet());
        lines.saveAll(goods.values().stream().flatMap(List::stream).toList());
        waybills.request(parcels.keySet(), goods);
    }

    private Map<FulfilmentOrder, OrderReleased> parcels(List<OrderReleased> released) {
        Map<UUID, List<FulfilmentOrder>> known = new HashMap<>();
        Set<UUID> orderIds = released.stream().map(OrderReleased::aggregateId).collect(Collectors.toSet());
        orders.findByOrderIdIn(orderIds)
                .forEach(parcel -> known.computeIfAbsent(parcel.orderId(), id -> new ArrayList<>())
                        .add(parcel));
        Map<UUID, Instant> since = gate.withUsSince(orderIds);
        Map<FulfilmentOrder, OrderReleased> parcels = new LinkedHashMap<>();
        Instant now = clock.instant();
        for (OrderReleased event : released) {
            Instant release = since.get(event.aggregateId());
            if (release == null) {
                continue;
            }
            List<FulfilmentOrder> earlier = known.computeIfAbsent(event.aggregateId(), id -> new ArrayList<>());
            stops.stop(earlier, release);
            if (earlier.stream().allMatch(parcel -> parcel.state() == FulfilmentState.CANCELLED)) {
                FulfilmentOrder parcel = parcel(event, earlier.size() + 1, now);
                earlier.add(parcel);
                parcels.put(parcel, event);
            }
        }
        return parcels;
    }

    private static FulfilmentOrder parcel(OrderReleased event, int serial, Instant now) {
        return new FulfilmentOrder(
                event.orderNumber() + "-" + serial,
                event.aggregateId(),
                event.orderNumber(),
                event.warehouseId(),
                event.lines().stream().mapToInt(OrderReleased.Line::quantity).sum(),
                CARRIER,
                event.dueAt(),
                now);
    }

    private Map<UUID, List<FulfilmentLine>> goods(Map<FulfilmentOrder, OrderReleased> parcels) {
        Map<UUID, SkuInfo> skus = catalog.byIds(skuIds(parcels.values()));
        Map<UUID, Map<UUID, String>> bins = parcels.values().stream()
                .collect(Collectors.groupingBy(
                        OrderReleased::warehouseId, Collectors.collectingAndThen(Collectors.toList(), this::bins)));
        Map<UUID, List<FulfilmentLine>> goods = new LinkedHashMap<>();
        parcels.forEach((parcel, event) ->
                goods.put(parcel.id(), lines(parcel, event, skus, bins.getOrDefault(event.warehouseId(), Map.of()))));
        return goods;
    }

    private Map<UUID, String> bins(List<OrderReleased> ofOneWarehouse) {
        return stock.bins(ofOneWarehouse.getFirst().warehouseId(), skuIds(ofOneWarehouse));
    }

    private static Set<UUID> skuIds(Collection<OrderReleased> released) {
        return released.stream()
                .flatMap(event -> event.lines().stream())
                .map(OrderReleased.Line::skuId)
                .collect(Collectors.toSet());
    }

    private static List<FulfilmentLine> lines(
            FulfilmentOrder parcel, OrderReleased event, Map<UUID, SkuInfo> skus, Map<UUID, String> bins) {
        List<FulfilmentLine> lines = new ArrayList<>();
        for (OrderReleased.Line line : event.lines()) {
            SkuInfo sku = skus.get(line.skuId());
            FulfilmentLine.Goods goods = new FulfilmentLine.Goods(
                    line.lineId(),
                    line.skuId(),
                    sku == null ? "" : sku.code(),
                    line.name(),
                    line.spec().isEmpty() ? null : line.spec(),
                    sku == null ? List.of() : sku.barcodes(),
                    bins.get(line.skuId()));
            lines.add(new FulfilmentLine(parcel.id(), lines.size() + 1, goods, line.quantity()));
        }
        return lines;
    }
}
