package com.dingshu.catalog;

import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Open to everybody whose work names goods: orders, stock, warehouse and channels show what a SKU is. */
@Requires({
    Permission.CATALOG_VIEW,
    Permission.STOCK_VIEW,
    Permission.ORDERS_VIEW,
    Permission.ORDERS_ACCEPT,
    Permission.CHANNELS_VIEW,
    Permission.FULFILMENT_PICK,
    Permission.FULFILMENT_PACK,
    Permission.FULFILMENT_OUTBOUND,
    Permission.FACTS_RECORD
})
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface ReadsGoods {}
