package com.dingshu.blueprints;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.dingshu.catalog.Catalog;
import com.dingshu.inventory.OpenWarehouse;
import com.dingshu.inventory.ReceiveStock;
import com.dingshu.inventory.Stock;
import com.dingshu.inventory.StockQueries;
import com.dingshu.inventory.WarehouseInfo;
import com.dingshu.inventory.Warehouses;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The merchant's warehouses and what lies in them at first. */
@Component
class StockSetUp {

    private final Catalog catalog;
    private final Warehouses warehouses;
    private final Stock stock;
    private final StockQueries queries;

    StockSetUp(Catalog catalog, Warehouses warehouses, Stock stock, StockQueries queries) {
        this.catalog = catalog;
        this.warehouses = warehouses;
        this.stock = stock;
        this.queries = queries;
    }

    /** Warehouses by code. */
    Map<String, WarehouseInfo> openWarehouses(MerchantFolder folder) {
        return folder.warehouses().stream()
                .map(file -> warehouses.open(new OpenWarehouse(
                        file.code(),
                        file.name(),
                        file.address(),
                        file.sender().name(),
                        file.sender().phone())))
                .collect(toMap(WarehouseInfo::code, warehouse -> warehouse));
    }

    /** Books the first stock in, once; a place that has a bin already is left as it is. */
    void fill(MerchantFolder folder, Map<String, WarehouseInfo> open) {
        folder.stock().stream()
                .collect(groupingBy(MerchantFolder.OpeningStock::warehouse))
                .forEach((code, rows) -> fill(Objects.requireNonNull(open.get(code), code), rows));
    }

    private void fill(WarehouseInfo warehouse, List<MerchantFolder.OpeningStock> rows) {
        var skus = rows.stream().collect(toMap(MerchantFolder.OpeningStock::sku, row -> catalog.byCode(row.sku())
                .orElseThrow()
                .id()));
        var shelved = queries.bins(warehouse.id(), skus.values());
        for (var row : rows) {
            var sku = Objects.requireNonNull(skus.get(row.sku()));
            if (!shelved.containsKey(sku)) {
                stock.receive(new ReceiveStock(warehouse.id(), sku, row.quantity(), "期初入库", operation(row)));
                stock.shelve(warehouse.id(), sku, row.bin());
            }
        }
    }

    /** The same row is the same operation, however often it is tried. */
    private static UUID operation(MerchantFolder.OpeningStock row) {
        return UUID.nameUUIDFromBytes(
                ("opening stock " + row.warehouse() + " " + row.sku()).getBytes(StandardCharsets.UTF_8));
    }
}
