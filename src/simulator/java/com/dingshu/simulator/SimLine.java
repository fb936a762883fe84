package com.dingshu.simulator;

/**
 * A line of an order; amounts in minor units.
 *
 * @param discountMinor the line's share of the order's discount
 */
public record SimLine(String id, Product product, int quantity, long discountMinor) {

    public long totalMinor() {
        return product.priceMinor() * quantity;
    }

    public long paidMinor() {
        return totalMinor() - discountMinor;
    }
}
