/**
 * The life of an order: from the channel's snapshot to the closed case. The hub that everything else hangs on.
 *
 * <p>Dimensions stay apart: the public anchor, payment, review and any number of holds. Facts are stored as times and
 * never inferred. Which step leads where stands in one table, {@code OrderStates}; a step that is not in it does not
 * happen.
 *
 * <p>Tables: {@code orders}, {@code order_line}, {@code order_hold}, {@code order_note}, {@code order_rules} (all with
 * history), {@code order_fact} (timeline), {@code order_tally}
 * and {@code order_hour} (counts kept beside every change), {@code order_put_off} (timers that failed). Doors: {@link
 * com.dingshu.orders.Orders} (intake and what people do), {@link com.dingshu.orders.OrderProgress} (facts from warehouse
 * and carrier), {@link com.dingshu.orders.OrderQueries} (board, search, details), {@link com.dingshu.orders.OrderFigures}
 * (days and hours in figures), {@link com.dingshu.orders.OrderBulk} (one step with many orders),
 * {@link com.dingshu.orders.OrderExport} (orders as files), {@link com.dingshu.orders.OrderSettings}. Events in
 * {@code events}. It knows no warehouse work, no carrier and no refund.
 */
@ApplicationModule(
        displayName = "Orders",
        allowedDependencies = {
            "shared",
            "tenancy",
            "audit",
            "audit :: ui",
            "uikit",
            "jobs",
            "catalog",
            "customers",
            "customers :: ui",
            "inventory"
        })
@NullMarked
package com.dingshu.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
