package com.dingshu.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SKU as it shall be. The code decides which one; everything else is replaced. Faulty values are not refused here but
 * named by {@link Catalog#save}.
 *
 * @param active whether it is still sold
 */
public record SaveSku(String code, Naming naming, Handling handling, Pricing pricing, Keeping keeping, boolean active) {

    /**
     * What it is called and recognised by.
     *
     * @param productCode the product it is a variant of; null makes it a product of its own
     */
    public record Naming(
            @Nullable String productCode,
            String name,
            @Nullable String spec,
            List<String> barcodes) {

        public Naming {
            productCode = blankToNull(productCode);
            name = name.strip();
            spec = blankToNull(spec);
            barcodes = barcodes.stream()
                    .map(String::strip)
                    .filter(barcode -> !barcode.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    /**
     * How it wants to be handled.
     *
     * @param weightGrams weight of one packed piece
     */
    public record Handling(
            SkuType type, long weightGrams, @Nullable SkuSize size) {}

    /**
     * What it is worth, and how it is taxed.
     *
     * @param costMinor what one piece costs the merchant, minor units
     */
    public record Pricing(
            long priceMinor,
            long costMinor,
            String currency,
            @Nullable String taxCode) {

        public Pricing {
            currency = currency.strip();
            taxCode = blankToNull(taxCode);
        }
    }

    /**
     * How much of it is to be there.
     *
     * @param bufferPercentTimes100 hundredths of a percent, 0 to 10,000; null for the usual share
     * @param bufferRoundsUp whether a broken piece of the buffer is kept back too
     */
    public record Keeping(
            @Nullable Integer safetyStock, @Nullable Integer bufferPercentTimes100, boolean bufferRoundsUp) {}

    public SaveSku {
        code = code.strip();
    }

    /** An ordinary SKU on sale without any particulars. */
    public static SaveSku of(String code, String name, long priceMinor, String currency) {
        return new SaveSku(
                code,
                new Naming(null, name, null, List.of()),
                new Handling(SkuType.NORMAL, 0, null),
                new Pricing(priceMinor, 0, currency, null),
                new Keeping(null, null, false),
                true);
    }

    public SaveSku named(Naming other) {
        return new SaveSku(code, other, handling, pricing, keeping, active);
    }

    public SaveSku handled(Handling other) {
        return new SaveSku(code, naming, other, pricing, keeping, active);
    }

    public SaveSku priced(Pricing other) {
        return new SaveSku(code, naming, handling, other, keeping, active);
    }

    public SaveSku kept(Keeping other) {
        return new SaveSku(code, naming, handling, pricing, other, active);
    }

    public SaveSku withSpec(@Nullable String spec) {
        return named(new Naming(naming.productCode, naming.name, spec, naming.barcodes));
    }

    public SaveSku withBarcodes(List<String> barcodes) {
        return named(new Naming(naming.productCode, naming.name, naming.spec, barcodes));
    }

    /** What one piece costs the merchant, minor units. */
    public SaveSku withCost(long costMinor) {
        return priced(new Pricing(pricing.priceMinor, costMinor, pricing.currency, pricing.taxCode));
    }

    public SaveSku withSafetyStock(@Nullable Integer safetyStock) {
        return kept(new Keeping(safetyStock, keeping.bufferPercentTimes100, keeping.bufferRoundsUp));
    }

    public SaveSku withBuffer(@Nullable Integer percentTimes100, boolean roundsUp) {
        return kept(new Keeping(keeping.safetyStock, percentTimes100, roundsUp));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
