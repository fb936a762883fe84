/**
 * The one stock pool of a merchant: how many pieces lie where, who has taken some of them, and every movement that led
 * there. Nothing else decides whether an order can be served.
 *
 * <p>A balance row per warehouse and SKU is changed by one conditional statement while it is locked; rows are always
 * locked in the same order, so commands wait for each other and never block each other. Every change leaves a line in the
 * ledger, which is only ever added to and carries the balance after it. Quantities are whole pieces.
 *
 * <p>Tables: {@code warehouse}, {@code shop_warehouse}, {@code stock_balance}, {@code stock_reservation}, {@code
 * stock_movement}. Doors: {@link com.dingshu.inventory.Stock}, {@link com.dingshu.inventory.StockQueries}, {@link
 * com.dingshu.inventory.Warehouses}. Event: {@link com.dingshu.inventory.events.StockChanged}. It knows the orders it
 * serves by id and number only, and no timers: whoever owns an order says when its time is over.
 */
@ApplicationModule(
        displayName = "Inventory",
        allowedDependencies = {"shared", "tenancy", "audit", "uikit", "catalog", "catalog :: events", "catalog :: ui"})
@NullMarked
package com.dingshu.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
