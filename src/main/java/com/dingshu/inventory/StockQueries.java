package com.dingshu.inventory;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SkuInfo;
import com.dingshu.catalog.SkuPage;
import com.dingshu.catalog.SkuQuery;
import com.dingshu.inventory.SkuStock.InWarehouse;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.TenantInfo;
import com.dingshu.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many pieces lie where, who has taken them, and how it came to that. */
@Service
@Transactional(readOnly = true)
public class StockQueries {

    private static final int MOST_RESERVATIONS = 200;
    private static final int LARGEST_PORTION = 200;

    private final StockReadGateway gateway;
    private final Catalog catalog;
    private final OperationLog log;
    private final Tenants tenants;
    private final Clock clock;

    StockQueries(StockReadGateway gateway, Catalog catalog, OperationLog log, Tenants tenants, Clock clock) {
        this.gateway = gateway;
        this.catalog = catalog;
        this.log = log;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** All SKUs of the catalogue with their pieces, those without any too. Three statements a page. */
    @Requires(Permission.STOCK_VIEW)
    public StockPage list(StockFilter filter) {
        List<SkuStock> rows = new ArrayList<>();
        String after = filter.after();
        do {
            // why: what is low shows only once the pieces are counted, so those pages are read in large portions
            SkuPage page =
                    catalog.page(SkuQuery.of(filter.text(), after, filter.lowOnly() ? LARGEST_PORTION : filter.size()));
            rows.addAll(counted(page.rows(), filter));
            after = page.next();
        } while (after != null && rows.size() < filter.size());
        return rows.size() <= filter.size()
                ? new StockPage(rows, after)
                : new StockPage(
                        rows.subList(0, filter.size()),
                        rows.get(filter.size() - 1).sku().code());
    }

    private List<SkuStock> counted(List<SkuInfo> skus, StockFilter filter) {
        Map<UUID, List<InWarehouse>> balances =
                gateway.balances(skus.stream().map(SkuInfo::id).toList());
        return skus.stream()
                .map(sku -> SkuStock.of(sku, balances.getOrDefault(sku.id(), List.of())))
                .filter(stock -> !filter.lowOnly() || stock.isLow())
                .map(stock -> filter.warehouseId() == null ? stock : stock.only(filter.warehouseId()))
                .toList();
    }

    /** Every row of the list, for a file. Who took it is logged. */
    @Requires(Permission.STOCK_VIEW)
    @Transactional
    public void export(StockFilter filter, Consumer<SkuStock> row) {
        log.record("stock.exported", "stock", "csv", filter.text());
        String after = null;
        do {
            StockPage page = list(filter.following(after));
            page.rows().forEach(row);
            after = page.next();
        } while (after != null);
    }

    /** Whether the ledger's last line of each warehouse says what the balance says. */
    @Requires(Permission.STOCK_VIEW)
    public boolean booksAgree(UUID skuId) {
        return gateway.balances(List.of(skuId)).getOrDefault(skuId, List.of()).stream()
                .allMatch(place -> gateway.ledger(skuId, place.warehouseId(), Long.MAX_VALUE, null, 1).stream()
                        .allMatch(line -> line.tells(place.figures())));
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

    /**
     * How many pieces were available at the end of each of the last days, today's last; null before there were any.
     *
     * @param warehouseId null for all warehouses
     */
    @Requires(Permission.STOCK_VIEW)
    public List<@Nullable Integer> availableByDay(UUID skuId, @Nullable UUID warehouseId, int days) {
        TenantInfo tenant = tenants.current();
        LocalDate first = tenant.dayOf(clock.instant()).minusDays(days - 1L);
        var places = gateway.lastOfDays(skuId, first.atStartOfDay(tenant.zone()).toInstant());
        if (warehouseId != null) {
            places.keySet().retainAll(List.of(warehouseId));
        }
        List<@Nullable Integer> ends = new ArrayList<>();
        Map<UUID, Integer> standing = new HashMap<>();
        for (int day = -1; day < days; day++) {
            for (Map.Entry<UUID, Map<Integer, Integer>> place : places.entrySet()) {
                Integer available = place.getValue().get(day);
                if (available != null) {
                    standing.put(place.getKey(), available);
                }
            }
            if (day >= 0) {
                ends.add(
                        standing.isEmpty()
                                ? null
                                : Integer.valueOf(standing.values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum()));
            }
        }
        return Collections.unmodifiableList(ends);
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
