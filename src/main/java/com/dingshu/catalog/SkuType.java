package com.dingshu.catalog;

/** How a SKU wants to be handled. */
public enum SkuType {
    NORMAL,
    FRESH,
    FRAGILE,
    LIQUID
}
