package com.dingshu.blueprints;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SaveSku;
import com.dingshu.catalog.SkuType;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The merchant's SKUs. */
@Component
class GoodsSetUp {

    private static final int HUNDREDTHS = 100;

    private final Catalog catalog;

    GoodsSetUp(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Takes in the SKUs that are not there; what people have changed since stays. */
    void setUp(MerchantFolder folder) {
        var currency = folder.merchant().currency();
        var missing = folder.catalogue().stream()
                .filter(sku -> catalog.byCode(sku.code()).isEmpty())
                .map(sku -> wish(sku, currency))
                .toList();
        var refused = catalog.importSkus(missing).refused();
        if (!refused.isEmpty()) {
            throw new IllegalStateException(folder.folder().resolve("catalogue.csv") + ": " + refused);
        }
    }

    private static SaveSku wish(MerchantFolder.Sku sku, String currency) {
        var buffer = sku.bufferPercent() == null ? null : sku.bufferPercent() * HUNDREDTHS;
        return SaveSku.of(sku.code(), sku.name(), sku.priceFen(), currency)
                .withSpec(sku.spec())
                .withBarcodes(sku.barcodes())
                .handled(new SaveSku.Handling(
                        SkuType.valueOf(sku.type().toUpperCase(Locale.ROOT)), sku.weightGrams(), null))
                .withCost(sku.costFen())
                .withSafetyStock(sku.safetyStock())
                .withBuffer(buffer, false);
    }
}
