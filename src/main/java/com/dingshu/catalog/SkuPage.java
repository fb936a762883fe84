package com.dingshu.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of SKUs in the order of their codes.
 *
 * @param next where the next page begins ({@link SkuQuery#after}); null when this is the last one
 */
public record SkuPage(List<SkuInfo> rows, @Nullable String next) {}
