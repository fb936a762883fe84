package com.dingshu.catalog;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of one SKU.
 *
 * @param costMinor what one piece costs the merchant, in minor units of the SKU's currency
 * @param items the shops' items that stand for it
 */
public record SkuDetails(
        SkuInfo sku,
        String productCode,
        @Nullable SkuSize size,
        long costMinor,
        @Nullable String taxCode,
        List<MappedItem> items) {

    /** An item of a shop that stands for the SKU. */
    public record MappedItem(UUID shopId, String itemKey) {}
}
