package com.dingshu.catalog;

/** The packed SKU's outer measures in millimetres. */
public record SkuSize(int lengthMm, int widthMm, int heightMm) {}
