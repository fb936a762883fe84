/**
 * The warehouse: a released order becomes a fulfilment order, one parcel to pick, pack and send out by scanning. Every
 * scan acts once, however often a device repeats it, and a held or cancelled order stops its parcel at the next scan.
 *
 * <p>Tables: {@code fulfilment_order}, {@code fulfilment_line}, {@code fulfilment_scan}. Doors: {@link
 * com.dingshu.fulfilment.Picking}, {@link com.dingshu.fulfilment.Packing}, {@link com.dingshu.fulfilment.Outbound},
 * {@link com.dingshu.fulfilment.WarehouseTasks}, {@link com.dingshu.fulfilment.Parcels}. It does not decide which orders
 * are released, and it knows carriers only through {@code shipping}.
 */
@ApplicationModule(
        displayName = "Fulfilment",
        allowedDependencies = {
            "shared",
            "tenancy",
            "identity",
            "audit",
            "uikit",
            "catalog",
            "customers",
            "inventory",
            "orders",
            "orders :: events",
            "orders :: ui",
            "shipping",
            "shipping :: events",
            "shipping :: print"
        })
@NullMarked
package com.dingshu.fulfilment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
