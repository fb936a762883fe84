package com.dingshu.inventory.ui;

import com.dingshu.inventory.SkuStock;
import com.dingshu.inventory.StockFilter;
import com.dingshu.inventory.StockQueries;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.KeysetPages;
import com.dingshu.uikit.Page;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Every SKU with its pieces, in the order of the codes; a row opens the SKU's ledger. */
@Route("stock")
@Requires(Permission.STOCK_VIEW)
class StockListView extends Page {

    private final StockQueries queries;
    private final Formats formats;
    private final TextField search = new TextField();
    private final Grid<SkuStock> grid = new Grid<>();
    private final KeysetPages<SkuStock> rows;

    StockListView(StockQueries queries, Formats formats) {
        super("stock.title");
        this.queries = queries;
        this.formats = formats;
        this.rows = new KeysetPages<>(new Rows());
        search.setPlaceholder(getTranslation("stock.search"));
        search.setAriaLabel(getTranslation("stock.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> rows.restart());
        tools(search);
        prepareGrid();
        fill(grid);
    }

    private void prepareGrid() {
        grid.addThemeNames("no-border");
        grid.setSizeFull();
        grid.addColumn(row -> row.sku().code())
                .setHeader(getTranslation("stock.code"))
                .setWidth("150px")
                .setFlexGrow(0)
                .setFrozen(true);
        grid.addColumn(row -> row.sku().title())
                .setHeader(getTranslation("stock.name"))
                .setFlexGrow(1);
        figure("stock.available", row -> row.total().available());
        figure("stock.onHand", row -> row.total().onHand());
        figure("stock.reserved", row -> row.total().reserved());
        figure("stock.committed", row -> row.total().committed());
        figure("stock.buffer", row -> row.total().buffer());
        grid.addItemClickListener(click -> click.getSource()
                .getUI()
                .ifPresent(ui -> ui.navigate("stock/" + click.getItem().sku().code())));
        rows.feed(grid);
    }

    private void figure(String titleKey, ToIntFunction<SkuStock> figure) {
        grid.addColumn(row -> formats.count(figure.applyAsInt(row)))
                .setHeader(getTranslation(titleKey))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("90px")
                .setFlexGrow(0);
    }

    private final class Rows implements KeysetPages.Source<SkuStock> {

        @Override
        public UUID id(SkuStock row) {
            return row.sku().id();
        }

        @Override
        public List<SkuStock> after(@Nullable SkuStock last, int limit) {
            String code = last == null ? null : last.sku().code();
            return queries.list(new StockFilter(search.getValue(), null, code, limit))
                    .rows();
        }

        @Override
        public List<SkuStock> byIds(List<UUID> ids) {
            return queries.byIds(ids);
        }
    }
}
