package com.dingshu.inventory;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SkuInfo;
import com.dingshu.catalog.SkuPage;
import com.dingshu.catalog.SkuQuery;
import com.dingshu.inventory.SkuStock.InWarehouse;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many pieces lie where, who has taken them, and how it came to that. */
@Service
@Transactional(readOnly = true)
public class StockQueries {

    private static final int MOST_RESERVATIONS = 200;

    private final StockReadGateway gateway;
    private final Catalog catalog;

    StockQueries(StockReadGateway gateway, Catalog catalog) {
        this.gateway = gateway;
        this.catalog = catalog;
    }

    /** All SKUs of the catalogue with their pieces, those without any too. Three statements a page. */
    @Requires(Permission.STOCK_VIEW)
    public StockPage list(StockFilter filter) {
        SkuPage page = catalog.page(SkuQuery.of(filter.text(), filter.after(), filter.size()));
        Map<UUID, List<InWarehouse>> balances =
                gateway.balances(page.rows().stream().map(SkuInfo::id).toList());
        List<SkuStock> rows = page.rows().stream()
                .map(sku -> SkuStock.of(
                        sku,
                        balances.getOrDefault(sku.id(), List.of()).stream()
                                .filter(place -> filter.warehouseId() == null
                                        || place.warehouseId().equals(filter.warehouseId()))
                                .toList()))
                .toList();
        return new StockPage(rows, page.next());
    }

    /** These SKUs with their pieces; unknown ids are missing. */
    @Requires(Permission.STOCK_VIEW)
    public List<SkuStock> byIds(Collection<UUID> skuIds) {
        Map<UUID, List<InWarehouse>> balances = gateway.balances(skuIds);
        return catalog.byIds(skuIds).values().stream()
                .map(sku -> SkuStock.of(sku, balances.getOrDefault(sku.id(), List.of())))
                .toList();
    }

    /** The pieces of one SKU; empty when its code is unknown. */
    @Requires(Permission.STOCK_VIEW)
    public Optional<SkuStock> balance(String skuCode) {
        return catalog.byCode(skuCode)
                .map(sku -> SkuStock.of(sku, gateway.balances(List.of(sku.id())).getOrDefault(sku.id(), List.of())));
    }

    /** The pieces of each SKU in all warehouses together; a SKU that never had any is missing. */
    @Requires({Permission.STOCK_VIEW, Permission.ORDERS_VIEW, Permission.INSIGHT_VIEW, Permission.FACTS_RECORD})
    public Map<UUID, StockFigures> figures(Collection<UUID> skuIds) {
        Map<UUID, StockFigures> figures = new LinkedHashMap<>();
        gateway.balances(skuIds)
                .forEach((sku, places) -> figures.put(
                        sku, places.stream().map(InWarehouse::figures).reduce(StockFigures.NONE, StockFigures::plus)));
        return figures;
    }

    /** In which bins SKUs lie in a warehouse; those without a bin are missing. */
    @Requires({
        Permission.STOCK_VIEW,
        Permission.FULFILMENT_VIEW,
        Permission.FULFILMENT_PICK,
        Permission.FULFILMENT_PACK,
        Permission.FACTS_RECORD
    })
    public Map<UUID, String> bins(UUID warehouseId, Collection<UUID> skuIds) {
        return gateway.bins(warehouseId, skuIds);
    }

    /**
     * The ledger of a SKU, newest first.
     *
     * @param warehouseId null for all warehouses, merged by time
     * @param kind null for all
     * @param from null for the first page
     */
    @Requires(Permission.STOCK_VIEW)
    public LedgerPage ledger(
            UUID skuId,
            @Nullable UUID warehouseId,
            @Nullable MovementKind kind,
            LedgerPage.@Nullable Position from,
            int size) {
        List<UUID> warehouses = warehouseId != null ? List.of(warehouseId) : warehousesOf(skuId);
        List<Deque<LedgerLine>> places = new ArrayList<>();
        Map<UUID, Long> below = new HashMap<>();
        for (UUID place : warehouses) {
            long number = from == null ? Long.MAX_VALUE : from.below().getOrDefault(place, 0L);
            below.put(place, number);
            places.add(new ArrayDeque<>(gateway.ledger(skuId, place, number, kind, size + 1)));
        }
        List<LedgerLine> page = merged(places, size);
        page.forEach(line -> below.put(line.warehouseId(), line.number()));
        boolean more = places.stream().anyMatch(place -> !place.isEmpty());
        return new LedgerPage(page, more ? new LedgerPage.Position(below) : null);
    }

    /** The latest of all first, while the lines of each place keep their own order. */
    private static List<LedgerLine> merged(List<Deque<LedgerLine>> places, int size) {
        List<LedgerLine> page = new ArrayList<>();
        while (page.size() < size) {
            Optional<Deque<LedgerLine>> latest = places.stream()
                    .filter(place -> !place.isEmpty())
                    .max(Comparator.comparing(place -> place.getFirst().at()));
            if (latest.isEmpty()) {
                break;
            }
            page.add(latest.get().removeFirst());
        }
        return page;
    }

    /** Pieces that orders have taken and that are still here, newest first, at most 200. */
    @Requires(Permission.STOCK_VIEW)
    public List<OpenReservation> reservations(UUID skuId, @Nullable UUID warehouseId) {
        return gateway.reservations(skuId, warehouseId, MOST_RESERVATIONS);
    }

    private List<UUID> warehousesOf(UUID skuId) {
        return Stream.ofNullable(gateway.balances(List.of(skuId)).get(skuId))
                .flatMap(List::stream)
                .map(InWarehouse::warehouseId)
                .toList();
    }
}
