package com.dingshu.catalog.ui;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SkuInfo;
import com.dingshu.catalog.SkuQuery;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Search;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds SKUs by the beginning of their code, a barcode or part of their name. */
@Component
@Order(SkuSearch.AFTER_ORDERS)
class SkuSearch implements Search {

    static final int AFTER_ORDERS = 1_000;
    private static final int SHORTEST = 2;

    private final Catalog catalog;
    private final SkuWords words;

    SkuSearch(Catalog catalog, SkuWords words) {
        this.catalog = catalog;
        this.words = words;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        boolean asked =
                text.strip().length() >= SHORTEST && Acting.current().actor().may(Permission.CATALOG_VIEW);
        return asked
                ? catalog.page(SkuQuery.of(text, null, limit)).rows().stream()
                        .map(this::hit)
                        .toList()
                : List.of();
    }

    private Hit hit(SkuInfo sku) {
        String price = words.money(sku.priceMinor(), sku.currency());
        return new Hit(
                Icon.TAG,
                sku.code(),
                sku.title() + " · " + (sku.active() ? price : words.say("catalog.active.false")),
                "catalog/" + sku.code());
    }
}
