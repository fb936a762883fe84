package com.dingshu.inventory.ui;

import com.dingshu.catalog.SkuDetails;
import com.dingshu.catalog.ui.SkuPanel;
import com.dingshu.inventory.SkuStock;
import com.dingshu.inventory.StockQueries;
import com.dingshu.inventory.WarehouseInfo;
import com.dingshu.inventory.Warehouses;
import com.dingshu.inventory.ui.StockTable.Column;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A SKU's pieces on its own pane, with the way to their ledger. */
@org.springframework.stereotype.Component
public class StockPanel implements SkuPanel {

    private final StockQueries queries;
    private final Warehouses warehouses;
    private final Formats formats;

    StockPanel(StockQueries queries, Warehouses warehouses, Formats formats) {
        this.queries = queries;
        this.warehouses = warehouses;
        this.formats = formats;
    }

    @Override
    public String titleKey() {
        return "stock.panel";
    }

    @Override
    public int position() {
        return 100;
    }

    @Override
    public boolean shows(SkuDetails sku) {
        return Acting.current().actor().may(Permission.STOCK_VIEW);
    }

    @Override
    public Component create(SkuDetails sku) {
        var all = new Div();
        all.addClassName("stock-panel");
        queries.balance(sku.sku().code()).ifPresent(stock -> all.add(content(all, stock)));
        return all;
    }

    private Component content(Div owner, SkuStock stock) {
        var way = new Anchor(
                "stock/" + stock.sku().code(),
                Icon.BOXES.create(),
                new Span(owner.getTranslation("stock.panel.ledger")));
        way.getElement().setAttribute("router-link", true);
        way.addClassName("button");
        return stock.warehouses().isEmpty()
                ? new EmptyState(
                        Icon.BOXES,
                        owner.getTranslation("stock.places.none"),
                        owner.getTranslation("stock.panel.none"),
                        way)
                : new Div(new WaterLevel(stock.total(), stock.sku().safetyStock(), formats), places(owner, stock), way);
    }

    private Component places(Div owner, SkuStock stock) {
        Map<UUID, String> names =
                warehouses.all().stream().collect(Collectors.toMap(WarehouseInfo::id, WarehouseInfo::name));
        var table = new StockTable(owner.getTranslation("stock.places"))
                .column(owner.getTranslation("stock.warehouse"), Column.TEXT)
                .column(owner.getTranslation("stock.bin"), Column.TEXT)
                .column(owner.getTranslation("stock.onHand"), Column.FIGURE)
                .column(owner.getTranslation("stock.available"), Column.FIGURE);
        stock.warehouses()
                .forEach(place -> table.row(
                        StockTable.cell(names.getOrDefault(place.warehouseId(), "–"), Column.TEXT),
                        StockTable.cell(place.bin() == null ? "–" : place.bin(), Column.TEXT),
                        StockTable.cell(formats.count(place.figures().onHand()), Column.FIGURE),
                        StockTable.cell(formats.count(place.figures().available()), Column.FIGURE)));
        return table;
    }
}
