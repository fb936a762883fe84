package com.dingshu.inventory.ui;

import com.dingshu.inventory.SkuStock;
import com.dingshu.inventory.StockFilter;
import com.dingshu.inventory.StockQueries;
import com.dingshu.inventory.WarehouseInfo;
import com.dingshu.inventory.Warehouses;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.Tenants;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Choice;
import com.dingshu.uikit.Columns;
import com.dingshu.uikit.Downloads;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.KeysetPages;
import com.dingshu.uikit.ListFoot;
import com.dingshu.uikit.Page;
import com.dingshu.uikit.SearchField;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every SKU with its pieces, in the order of the codes; a row opens the SKU's ledger. The address holds the filter. */
@Route("stock")
@Requires(Permission.STOCK_VIEW)
class StockListView extends Page implements BeforeEnterObserver {

    private static final int PORTION = 200;

    /** What the address says. */
    private record State(String text, @Nullable UUID warehouse, boolean low) {
        static final State START = new State("", null, false);
    }

    private final transient StockQueries queries;
    private final transient Formats formats;
    private final transient List<WarehouseInfo> warehouses;
    private final SearchField search = new SearchField(
            getTranslation("stock.search"), text -> go(new State(text, state().warehouse(), state().low())));
    private final transient Choice<UUID> warehouse;
    private final Button low;
    private final Grid<SkuStock> grid = new Grid<>();
    private final ListFoot foot = new ListFoot();
    private final transient KeysetPages<SkuStock> rows = new KeysetPages<>(new Rows());
    private transient @Nullable State state;

    StockListView(
            StockQueries queries,
            StockSheet sheet,
            Warehouses warehouses,
            Formats formats,
            Tenants tenants,
            Clock clock) {
        super("stock.title");
        this.queries = queries;
        this.formats = formats;
        this.warehouses = warehouses.all();
        this.warehouse = warehouse();
        this.low = Buttons.chip(
                getTranslation("stock.low.only"),
                () -> go(new State(state().text(), state().warehouse(), !state().low())));
        header().actions(Downloads.link(
                Icon.DOWNLOAD,
                getTranslation("stock.export"),
                getTranslation("stock.export.file", tenants.current().dayOf(clock.instant())),
                "text/csv",
                out -> sheet.write(filter(null, PORTION), getLocale(), out)));
        tools(search, warehouse, low);
        fill(grid());
        add(foot);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        State asked = new State(
                query.getSingleParameter("q").orElse(""),
                query.getSingleParameter("warehouse").flatMap(this::byCode).orElse(null),
                query.getSingleParameter("low").isPresent());
        if (!asked.equals(state)) {
            state = asked;
            search.setValue(asked.text());
            warehouse.mark(asked.warehouse());
            Buttons.narrowed(low, asked.low());
            low.getElement().setAttribute("aria-pressed", Boolean.toString(asked.low()));
            rows.restart();
        }
    }

    private java.util.Optional<UUID> byCode(String code) {
        return warehouses.stream()
                .filter(known -> known.code().equals(code))
                .map(WarehouseInfo::id)
                .findFirst();
    }

    private State state() {
        return state == null ? State.START : state;
    }

    private Choice<UUID> warehouse() {
        LinkedHashMap<UUID, String> values = warehouses.stream()
                .collect(Collectors.toMap(WarehouseInfo::id, WarehouseInfo::name, (a, b) -> a, LinkedHashMap::new));
        return new Choice<>(
                getTranslation("stock.warehouse"),
                getTranslation("stock.warehouse.all"),
                values,
                chosen -> go(new State(state().text(), chosen, state().low())));
    }

    private Grid<SkuStock> grid() {
        var columns = new Columns<>(grid, card());
        columns.text(getTranslation("stock.code"), "150px", row -> row.sku().code())
                .setFrozen(true);
        columns.text(getTranslation("stock.name"), "240px", row -> row.sku().title())
                .setFlexGrow(1);
        columns.text(getTranslation("stock.bin"), "136px", StockSheet::bins);
        columns.add(getTranslation("stock.available"), "88px", available()).setTextAlign(ColumnTextAlign.END);
        columns.figure(
                getTranslation("stock.safety"),
                "88px",
                row -> row.sku().safetyStock() == null
                        ? "–"
                        : formats.count(row.sku().safetyStock()));
        figure(columns, "stock.onHand", row -> row.total().onHand());
        figure(columns, "stock.reserved", row -> row.total().reserved());
        figure(columns, "stock.committed", row -> row.total().committed());
        figure(columns, "stock.buffer", row -> row.total().buffer());
        grid.addItemClickListener(click -> open(click.getItem()));
        grid.setEmptyStateComponent(new EmptyState(
                Icon.BOXES,
                getTranslation("stock.empty"),
                getTranslation("stock.empty.why"),
                Buttons.plain(getTranslation("stock.filter.clear"), () -> go(State.START))));
        rows.feed(grid);
        return grid;
    }

    private void figure(Columns<SkuStock> columns, String titleKey, ToIntFunction<SkuStock> figure) {
        columns.figure(getTranslation(titleKey), "92px", row -> formats.count(figure.applyAsInt(row)));
    }

    private LitRenderer<SkuStock> available() {
        return LitRenderer.<SkuStock>of(
                        "${item.low ? html`<ds-tag tone=\"amber\" title=${item.why}>${item.figure}</ds-tag>` : html`<b class=\"num\">${item.figure}</b>`}")
                .withProperty("low", this::isLow)
                .withProperty("why", row -> getTranslation("stock.low"))
                .withProperty("figure", row -> formats.count(row.total().available()));
    }

    private LitRenderer<SkuStock> card() {
        return LitRenderer.<SkuStock>of("""
                        <div class="order-card">
                          <div><b class="cut grow">${item.name}</b>${item.low ? html`<ds-tag tone="amber">${item.low}</ds-tag>` : ''}</div>
                          <div><span class="quiet cut grow">${item.code}</span><span>${item.figures}</span></div>
                        </div>""")
                .withProperty("name", row -> row.sku().title())
                .withProperty("code", row -> row.sku().code())
                .withProperty("low", row -> isLow(row) ? getTranslation("stock.low") : "")
                .withProperty(
                        "figures",
                        row -> getTranslation(
                                "stock.card",
                                formats.count(row.total().available()),
                                formats.count(row.total().onHand())));
    }

    /** A single warehouse's pieces say nothing of the safety stock, which is that of all. */
    private boolean isLow(SkuStock row) {
        return state().warehouse() == null && row.isLow();
    }

    private void open(SkuStock row) {
        String place = warehouses.stream()
                .filter(known -> known.id().equals(state().warehouse()))
                .map(WarehouseInfo::code)
                .findFirst()
                .orElse("");
        getUI().ifPresent(ui -> ui.navigate(
                "stock/" + row.sku().code(),
                place.isEmpty() ? QueryParameters.empty() : QueryParameters.of("warehouse", place)));
    }

    private void go(State next) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!next.text().isEmpty()) {
            query.put("q", next.text());
        }
        warehouses.stream()
                .filter(known -> known.id().equals(next.warehouse()))
                .findFirst()
                .ifPresent(known -> query.put("warehouse", known.code()));
        if (next.low()) {
            query.put("low", "");
        }
        getUI().ifPresent(ui -> ui.navigate("stock", QueryParameters.simple(query)));
    }

    private StockFilter filter(@Nullable String after, int limit) {
        return new StockFilter(state().text(), state().warehouse(), state().low(), after, limit);
    }

    private final class Rows implements KeysetPages.Source<SkuStock> {

        @Override
        public UUID id(SkuStock row) {
            return row.sku().id();
        }

        @Override
        public List<SkuStock> after(@Nullable SkuStock last, int limit) {
            List<SkuStock> next = queries.list(
                            filter(last == null ? null : last.sku().code(), limit))
                    .rows();
            int sofar = rows.loaded() + next.size();
            foot.loaded(getTranslation(next.size() < limit ? "stock.loaded" : "stock.loaded.more", sofar));
            return next;
        }

        @Override
        public List<SkuStock> byIds(List<UUID> ids) {
            return queries.byIds(ids);
        }
    }
}
