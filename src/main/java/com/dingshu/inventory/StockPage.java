package com.dingshu.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the stock list.
 *
 * @param next where the next page begins ({@link StockFilter#after}); null when this is the last one
 */
public record StockPage(List<SkuStock> rows, @Nullable String next) {}
