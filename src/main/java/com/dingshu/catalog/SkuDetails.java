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

    /** It as a wish that would change nothing: what a form starts with. */
    public SaveSku asWish() {
        return new SaveSku(
                sku.code(),
                new SaveSku.Naming(productCode, sku.name(), sku.spec(), sku.barcodes()),
                new SaveSku.Handling(sku.type(), sku.weightGrams(), size),
                new SaveSku.Pricing(sku.priceMinor(), costMinor, sku.currency(), taxCode),
                new SaveSku.Keeping(sku.safetyStock(), sku.bufferPercentTimes100(), sku.bufferRoundsUp()),
                sku.active());
    }

    /** An item of a shop that stands for the SKU. */
    public record MappedItem(UUID shopId, String itemKey) {}
}
