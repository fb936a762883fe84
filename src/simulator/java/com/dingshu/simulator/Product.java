package com.dingshu.simulator;

/**
 * Something a shop sells.
 *
 * @param sku the merchant's code as the platform carries it
 * @param name the title
 * @param spec the variant's text, may be empty
 * @param priceMinor in minor units of the shop's currency
 */
public record Product(String sku, String name, String spec, long priceMinor) {

    public Product {
        spec = spec == null ? "" : spec;
    }
}
