package com.dingshu.catalog.ui;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.ItemMappings;
import com.dingshu.catalog.SkuDetails;
import com.dingshu.catalog.SkuInfo;
import com.dingshu.catalog.SkuQuery;
import com.dingshu.catalog.SkuType;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.Shops;
import com.dingshu.tenancy.Tenants;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Choice;
import com.dingshu.uikit.Columns;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Keys;
import com.dingshu.uikit.KeysetPages;
import com.dingshu.uikit.ListAndPane;
import com.dingshu.uikit.ListFoot;
import com.dingshu.uikit.Marks;
import com.dingshu.uikit.Page;
import com.dingshu.uikit.SearchField;
import com.dingshu.uikit.Segment;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every SKU in the order of the codes, one of them beside the list. The address holds filter, SKU and what is done with it. */
@Route("catalog/:code?")
@Requires(Permission.CATALOG_VIEW)
class SkuListView extends Page implements BeforeEnterObserver {

    private static final String NEW = "new";
    private static final String EDIT = "edit";

    private enum Shown {
        ACTIVE,
        INACTIVE,
        ALL
    }

    /** What the address says beside the SKU. */
    private record State(String text, @Nullable SkuType type, Shown shown) {
        static final State START = new State("", null, Shown.ACTIVE);

        SkuQuery query(@Nullable String after, int limit) {
            return new SkuQuery(
                    text, type, shown == Shown.ALL ? null : (Boolean) (shown == Shown.ACTIVE), after, limit);
        }
    }

    private final transient Catalog catalog;
    private final transient SkuWords words;
    private final transient SkuPane panes;
    private final transient Tenants tenants;

    private final Grid<SkuInfo> grid = new Grid<>();
    private final ListAndPane layout = new ListAndPane(grid, this::leave);
    private final SearchField search = new SearchField(
            getTranslation("catalog.search"), text -> go(new State(text, state().type(), state().shown())));
    private final transient Choice<SkuType> type;
    private final Segment<Shown> segment;
    private final ListFoot foot = foot();
    private final transient KeysetPages<SkuInfo> rows = new KeysetPages<>(new Rows());

    private transient @Nullable State state;
    private @Nullable String open;
    private @Nullable UUID openId;
    private transient @Nullable SkuForm form;

    SkuListView(
            Catalog catalog,
            ItemMappings mappings,
            Shops shops,
            SkuWords words,
            Tenants tenants,
            List<SkuPanel> panels) {
        super("catalog.title");
        this.catalog = catalog;
        this.words = words;
        this.tenants = tenants;
        this.panes = new SkuPane(catalog, mappings, shops, words, sorted(panels), new Moves());
        this.type = type();
        this.segment = segment();
        if (may(Permission.CATALOG_EDIT)) {
            header().actions(Keys.shown(
                    Buttons.with(Icon.PLUS, Buttons.plain(getTranslation("catalog.add"), () -> open(null, NEW))), "n"));
        }
        tools(search, type, segment);
        prepareGrid();
        fill(layout);
        add(foot);
        prepareKeys();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        State asked = new State(
                query.getSingleParameter("q").orElse(""),
                one(SkuType.values(), query.getSingleParameter("type")).orElse(null),
                one(Shown.values(), query.getSingleParameter("show")).orElse(Shown.ACTIVE));
        if (!asked.equals(state)) {
            state = asked;
            search.setValue(asked.text());
            type.mark(asked.type());
            segment.mark(asked.shown());
            rows.restart();
        }
        show(
                event.getRouteParameters().get("code").orElse(null),
                query.getSingleParameter(NEW).isPresent(),
                query.getSingleParameter(EDIT).isPresent());
    }

    private static <E extends Enum<E>> Optional<E> one(E[] values, Optional<String> text) {
        return Stream.of(values)
                .filter(value -> value.name().equalsIgnoreCase(text.orElse("")))
                .findFirst();
    }

    private static List<SkuPanel> sorted(List<SkuPanel> panels) {
        return panels.stream()
                .sorted(Comparator.comparingInt(SkuPanel::position))
                .toList();
    }

    private State state() {
        return state == null ? State.START : state;
    }

    private Choice<SkuType> type() {
        var values = new LinkedHashMap<SkuType, String>();
        for (SkuType value : SkuType.values()) {
            values.put(value, words.type(value));
        }
        return new Choice<>(
                getTranslation("catalog.field.type"),
                getTranslation("catalog.all"),
                values,
                value -> go(new State(state().text(), value, state().shown())));
    }

    private Segment<Shown> segment() {
        var choices = new LinkedHashMap<Shown, String>();
        for (Shown value : Shown.values()) {
            choices.put(value, getTranslation("catalog.show." + value));
        }
        return new Segment<>(
                getTranslation("catalog.show"),
                choices,
                Shown.ACTIVE,
                value -> go(new State(state().text(), state().type(), value)));
    }

    private void prepareGrid() {
        var columns = new Columns<>(grid, card());
        columns.text(getTranslation("catalog.field.code"), "150px", SkuInfo::code)
                .setFrozen(true);
        columns.text(getTranslation("catalog.field.name"), "220px", SkuInfo::title)
                .setFlexGrow(1);
        columns.text(getTranslation("catalog.field.barcode"), "150px", words::barcodes);
        columns.text(
                getTranslation("catalog.field.type"),
                "72px",
                sku -> sku.type() == SkuType.NORMAL ? "" : words.type(sku.type()));
        columns.figure(
                getTranslation("catalog.weight.head"),
                "80px",
                sku -> sku.weightGrams() == 0 ? "–" : words.formats().count(sku.weightGrams()));
        columns.figure(
                getTranslation("catalog.field.priceMinor"),
                "96px",
                sku -> words.money(sku.priceMinor(), sku.currency()));
        columns.figure(getTranslation("catalog.field.safetyStock"), "80px", sku -> words.count(sku.safetyStock()));
        columns.figure(getTranslation("catalog.buffer.head"), "72px", sku -> words.buffer(sku.bufferPercentTimes100()));
        columns.add(getTranslation("catalog.status"), "80px", Marks.tag(sku -> Marks.Tone.GREY, this::inactive));
        grid.setPartNameGenerator(sku -> sku.id().equals(openId) ? "current" : null);
        grid.addItemClickListener(click -> open(click.getItem().code(), null));
        grid.setEmptyStateComponent(new EmptyState(
                Icon.TAG,
                getTranslation("catalog.empty"),
                getTranslation("catalog.empty.why"),
                Buttons.plain(getTranslation("catalog.filter.clear"), () -> go(State.START))));
        rows.feed(grid);
    }

    private LitRenderer<SkuInfo> card() {
        return LitRenderer.<SkuInfo>of("""
                        <div class="order-card">
                          <div><b class="cut grow">${item.name}</b>${item.inactive ? html`<ds-tag tone="grey">${item.inactive}</ds-tag>` : ''}</div>
                          <div><span class="quiet cut grow">${item.code}</span><span class="amount">${item.price}</span></div>
                        </div>""")
                .withProperty("name", SkuInfo::title)
                .withProperty("code", SkuInfo::code)
                .withProperty("inactive", this::inactive)
                .withProperty("price", sku -> words.money(sku.priceMinor(), sku.currency()));
    }

    private String inactive(SkuInfo sku) {
        return sku.active() ? "" : words.say("catalog.active.false");
    }

    private ListFoot foot() {
        var lesson = new LinkedHashMap<String, String>();
        lesson.put("J K", getTranslation("catalog.key.move"));
        lesson.put("Esc", getTranslation("catalog.close"));
        return new ListFoot(lesson);
    }

    private void prepareKeys() {
        var keys = new LinkedHashMap<String, String>();
        keys.put("j", getTranslation("catalog.next"));
        keys.put("k", getTranslation("catalog.previous"));
        keys.put("escape", getTranslation("catalog.close"));
        Keys.listen(this, keys, key -> {
            switch (key) {
                case "j" -> move(1);
                case "k" -> move(-1);
                default -> leave();
            }
        });
    }

    private void move(int by) {
        if (form == null) {
            rows.beside(openId, by).ifPresent(sku -> open(sku.code(), null));
        }
    }

    private void show(@Nullable String code, boolean fresh, boolean edited) {
        open = code;
        form = null;
        mark(null);
        if (fresh && may(Permission.CATALOG_EDIT)) {
            form = new SkuForm(null, tenants.current().currency(), catalog, words, new Moves());
            layout.setDetail(form.pane());
        } else if (code == null) {
            layout.setDetail(null);
        } else {
            layout.setDetail(catalog.details(code)
                    .map(sku -> detail(sku, edited && may(Permission.CATALOG_EDIT)))
                    .orElseGet(() -> unknown(code)));
        }
    }

    private Component detail(SkuDetails sku, boolean edited) {
        mark(sku.sku().id());
        if (edited) {
            form = new SkuForm(sku, sku.sku().currency(), catalog, words, new Moves());
            return form.pane();
        }
        return panes.of(sku);
    }

    /** The open SKU's row is tinted. */
    private void mark(@Nullable UUID id) {
        List<UUID> both = Stream.of(openId, id).filter(Objects::nonNull).toList();
        openId = id;
        rows.changed(both);
    }

    private Component unknown(String code) {
        return new EmptyState(
                Icon.SEARCH,
                getTranslation("catalog.unknown"),
                getTranslation("catalog.unknown.why", code),
                Buttons.plain(getTranslation("catalog.close"), () -> open(null, null)));
    }

    /** Closes what is open; a form with changes asks first. */
    private void leave() {
        if (form != null) {
            form.leave();
        } else if (open != null) {
            open(null, null);
        }
    }

    private void go(State next) {
        getUI().ifPresent(ui -> ui.navigate(path(open), parameters(next, null)));
    }

    private void open(@Nullable String code, @Nullable String what) {
        getUI().ifPresent(ui -> ui.navigate(path(code), parameters(state(), what)));
    }

    private static String path(@Nullable String code) {
        return code == null ? "catalog" : "catalog/" + code;
    }

    private static QueryParameters parameters(State state, @Nullable String what) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!state.text().isEmpty()) {
            query.put("q", state.text());
        }
        if (state.type() != null) {
            query.put("type", state.type().name().toLowerCase(Locale.ROOT));
        }
        if (state.shown() != Shown.ACTIVE) {
            query.put("show", state.shown().name().toLowerCase(Locale.ROOT));
        }
        if (what != null) {
            query.put(what, "");
        }
        return QueryParameters.simple(query);
    }

    private static boolean may(Permission permission) {
        return Acting.current().actor().may(permission);
    }

    /** How pane and form leave or move on. */
    final class Moves {

        void close() {
            open(null, null);
        }

        void edit(String code) {
            open(code, EDIT);
        }

        /** The SKU is as it is now: its row and its pane are read again. */
        void changed(SkuInfo sku) {
            rows.changed(List.of(sku.id()));
            open(sku.code(), null);
        }

        void added(SkuInfo sku) {
            rows.restart();
            open(sku.code(), null);
        }

        void show(String code) {
            open(code, null);
        }
    }

    private final class Rows implements KeysetPages.Source<SkuInfo> {

        @Override
        public UUID id(SkuInfo row) {
            return row.id();
        }

        @Override
        public List<SkuInfo> after(@Nullable SkuInfo last, int limit) {
            List<SkuInfo> next = catalog.page(state().query(last == null ? null : last.code(), limit))
                    .rows();
            int sofar = rows.loaded() + next.size();
            foot.loaded(getTranslation(next.size() < limit ? "catalog.loaded" : "catalog.loaded.more", sofar));
            return next;
        }

        @Override
        public List<SkuInfo> byIds(List<UUID> ids) {
            return List.copyOf(catalog.byIds(ids).values());
        }
    }
}
