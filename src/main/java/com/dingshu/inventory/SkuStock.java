package com.dingshu.inventory;

import com.dingshu.catalog.SkuInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A SKU and its pieces.
 *
 * @param total the pieces of all warehouses listed
 * @param warehouses where they lie; a warehouse that never had any is missing
 */
public record SkuStock(SkuInfo sku, StockFigures total, List<InWarehouse> warehouses) {

    static SkuStock of(SkuInfo sku, List<InWarehouse> warehouses) {
        StockFigures total =
                warehouses.stream().map(InWarehouse::figures).reduce(StockFigures.NONE, StockFigures::plus);
        return new SkuStock(sku, total, warehouses);
    }

    /** Still sold, and fewer pieces available here than the safety stock. */
    public boolean isLow() {
        return sku.active() && sku.safetyStock() != null && total.available() < sku.safetyStock();
    }

    /** What of it lies in one warehouse. */
    SkuStock only(UUID warehouseId) {
        return of(
                sku,
                warehouses.stream()
                        .filter(place -> place.warehouseId().equals(warehouseId))
                        .toList());
    }

    /** The pieces in one warehouse. */
    public record InWarehouse(
            UUID warehouseId,
            StockFigures figures,
            @Nullable String bin) {}
}
