package com.dingshu.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SKU as it shall be. The code decides which one; everything else is replaced. Faulty values are not refused here but
 * named by {@link Catalog#save}.
 *
 * @param productCode the product it is a variant of; null makes it a product of its own
 * @param weightGrams weight of one packed piece
 * @param costMinor what one piece costs the merchant, minor units
 * @param bufferPercentTimes100 hundredths of a percent, 0 to 10,000; null for the usual share
 * @param bufferRoundsUp whether a broken piece of the buffer is kept back too
 */
public record SaveSku(
        String code,
        @Nullable String productCode,
        String name,
        @Nullable String spec,
        List<String> barcodes,
        SkuType type,
        long weightGrams,
        @Nullable SkuSize size,
        long costMinor,
        long priceMinor,
        String currency,
        @Nullable Integer safetyStock,
        @Nullable Integer bufferPercentTimes100,
        boolean bufferRoundsUp,
        @Nullable String taxCode,
        boolean active) {

    public SaveSku {
        code = code.strip();
        productCode = blankToNull(productCode);
        name = name.strip();
        spec = blankToNull(spec);
        barcodes = barcodes.stream()
                .map(String::strip)
                .filter(barcode -> !barcode.isEmpty())
                .distinct()
                .toList();
        currency = currency.strip();
        taxCode = blankToNull(taxCode);
    }

    /** An ordinary SKU on sale without any particulars. */
    public static SaveSku of(String code, String name, long priceMinor, String currency) {
        return new SaveSku(
                code,
                null,
                name,
                null,
                List.of(),
                SkuType.NORMAL,
                0,
                null,
                0,
                priceMinor,
                currency,
                null,
                null,
                false,
                null,
                true);
    }

    public SaveSku ofProduct(@Nullable String productCode) {
        return new SaveSku(
                code,
                productCode,
                name,
                spec,
                barcodes,
                type,
                weightGrams,
                size,
                costMinor,
                priceMinor,
                currency,
                safetyStock,
                bufferPercentTimes100,
                bufferRoundsUp,
                taxCode,
                active);
    }

    public SaveSku withSpec(@Nullable String spec) {
        return new SaveSku(
                code,
                productCode,
                name,
                spec,
                barcodes,
                type,
                weightGrams,
                size,
                costMinor,
                priceMinor,
                currency,
                safetyStock,
                bufferPercentTimes100,
                bufferRoundsUp,
                taxCode,
                active);
    }

    public SaveSku withBarcodes(List<String> barcodes) {
        return new SaveSku(
                code,
                productCode,
                name,
                spec,
                barcodes,
                type,
                weightGrams,
                size,
                costMinor,
                priceMinor,
                currency,
                safetyStock,
                bufferPercentTimes100,
                bufferRoundsUp,
                taxCode,
                active);
    }

    /** How it wants to be handled and what one packed piece weighs. */
    public SaveSku handledAs(SkuType type, long weightGrams) {
        return new SaveSku(
                code,
                productCode,
                name,
                spec,
                barcodes,
                type,
                weightGrams,
                size,
                costMinor,
                priceMinor,
                currency,
                safetyStock,
                bufferPercentTimes100,
                bufferRoundsUp,
                taxCode,
                active);
    }

    public SaveSku withCost(long costMinor) {
        return new SaveSku(
                code,
                productCode,
                name,
                spec,
                barcodes,
                type,
                weightGrams,
                size,
                costMinor,
                priceMinor,
                currency,
                safetyStock,
                bufferPercentTimes100,
                bufferRoundsUp,
                taxCode,
                active);
    }

    public SaveSku withSafetyStock(@Nullable Integer safetyStock) {
        return new SaveSku(
                code,
                productCode,
                name,
                spec,
                barcodes,
                type,
                weightGrams,
                size,
                costMinor,
                priceMinor,
                currency,
                safetyStock,
                bufferPercentTimes100,
                bufferRoundsUp,
                taxCode,
                active);
    }

    public SaveSku withBuffer(@Nullable Integer percentTimes100, boolean roundsUp) {
        return new SaveSku(
                code,
                productCode,
                name,
                spec,
                barcodes,
                type,
                weightGrams,
                size,
                costMinor,
                priceMinor,
                currency,
                safetyStock,
                percentTimes100,
                roundsUp,
                taxCode,
                active);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
