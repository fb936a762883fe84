/**
 * One product language for all channels: products, their SKUs with barcodes, and which SKU each item of each shop stands
 * for. An item that stands for nothing is simply not found here; whoever asked keeps what it was asked for.
 *
 * <p>Tables: {@code product}, {@code sku}, {@code sku_barcode}, {@code item_mapping}, {@code catalog_stamp}. Doors: {@link
 * com.dingshu.catalog.Catalog}, {@link com.dingshu.catalog.ItemMappings}. Events: {@link
 * com.dingshu.catalog.events.ItemMapped}, {@link com.dingshu.catalog.events.SkuAdded}, {@link
 * com.dingshu.catalog.events.BufferChanged}. It knows no stock quantities and no orders:
 * what others know of a SKU they show by a {@code SkuPanel}.
 */
@ApplicationModule(
        displayName = "Catalogue",
        allowedDependencies = {"shared", "tenancy", "audit", "audit :: ui", "uikit"})
@NullMarked
package com.dingshu.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
