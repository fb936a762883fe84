package com.dingshu.catalog;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A SKU as other modules need it.
 *
 * @param code the merchant's own code, unique within the merchant
 * @param spec what tells it from its siblings: colour, size, weight
 * @param priceMinor list price of one piece in minor units
 * @param safetyStock below this many available pieces it should be bought again
 * @param bufferPercentTimes100 share of the stock kept back, in hundredths of a percent; null for the usual share
 */
public record SkuInfo(
        UUID id,
        String code,
        String name,
        @Nullable String spec,
        List<String> barcodes,
        SkuType type,
        long weightGrams,
        long priceMinor,
        String currency,
        @Nullable Integer safetyStock,
        @Nullable Integer bufferPercentTimes100,
        boolean bufferRoundsUp,
        boolean active) {

    public SkuInfo {
        barcodes = List.copyOf(barcodes);
    }

    /** Name and spec as one line. */
    public String title() {
        return spec == null ? name : name + " " + spec;
    }
}
