package com.dingshu.inventory.ui;

import static com.dingshu.inventory.ui.StockTable.cell;

import com.dingshu.inventory.LedgerLine;
import com.dingshu.inventory.LedgerPage;
import com.dingshu.inventory.MovementKind;
import com.dingshu.inventory.OpenReservation;
import com.dingshu.inventory.ReservationState;
import com.dingshu.inventory.SkuStock;
import com.dingshu.inventory.SkuStock.InWarehouse;
import com.dingshu.inventory.Stock;
import com.dingshu.inventory.StockFigures;
import com.dingshu.inventory.StockQueries;
import com.dingshu.inventory.WarehouseInfo;
import com.dingshu.inventory.Warehouses;
import com.dingshu.inventory.ui.StockTable.Column;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.Tenants;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Chart;
import com.dingshu.uikit.Choice;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Keys;
import com.dingshu.uikit.Marks;
import com.dingshu.uikit.Page;
import com.dingshu.uikit.Segment;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One SKU: the water level of its pieces, the ledger that led there, and the orders that have taken some. */
@Route("stock/:code")
@Requires(Permission.STOCK_VIEW)
class SkuStockView extends Page implements BeforeEnterObserver {

    private static final int LINES = 50;
    private static final int DAYS = 14;
    private static final String WAREHOUSE = "warehouse";
    private static final String EVERYWHERE = "";

    private final transient StockQueries queries;
    private final transient Stock stock;
    private final transient Formats formats;
    private final transient Map<UUID, WarehouseInfo> warehouses;
    private final transient Tenants tenants;
    private final transient Clock clock;
    private final Body body = scroll();
    private final Span codes = new Span();
    private String code = "";
    private transient @Nullable WarehouseInfo place;
    private @Nullable MovementKind kind;

    SkuStockView(
            StockQueries queries, Stock stock, Warehouses warehouses, Formats formats, Tenants tenants, Clock clock) {
        super("stock.title");
        this.queries = queries;
        this.stock = stock;
        this.formats = formats;
        this.tenants = tenants;
        this.clock = clock;
        this.warehouses = warehouses.all().stream()
                .collect(Collectors.toMap(WarehouseInfo::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        codes.addClassNames("faint", "nowrap", "live-long");
        header().comesFrom(getTranslation("stock.title"), StockListView.class).note(codes);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElse("");
        String asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(WAREHOUSE)
                .orElse(EVERYWHERE);
        place = warehouses.values().stream()
                .filter(known -> known.code().equals(asked))
                .findFirst()
                .orElse(null);
        show();
    }

    private void show() {
        body.removeAll();
        queries.balance(code).ifPresentOrElse(this::show, this::showUnknown);
    }

    private void showUnknown() {
        header().title(code);
        codes.setText("");
        body.add(
                new EmptyState(Icon.BOXES, getTranslation("stock.unknown"), getTranslation("stock.unknown.why", code)));
    }

    private void show(SkuStock sku) {
        header().title(sku.sku().title());
        codes.setText(
                sku.sku().barcodes().isEmpty()
                        ? code
                        : code + " · " + sku.sku().barcodes().getFirst());
        var right = new Div(places(sku));
        course(sku).ifPresent(right::add);
        right.add(reservations(sku));
        var columns = new Div(new Div(ledger(sku)), right);
        columns.addClassName("columns");
        body.add(bar(sku), level(sku), columns);
    }

    private Component bar(SkuStock sku) {
        var acts = new Div();
        acts.addClassNames("row", "acts");
        if (may(Permission.CATALOG_VIEW)) {
            var data = new Anchor("catalog/" + code, Icon.TAG.create(), new Span(getTranslation("stock.data")));
            data.getElement().setAttribute("router-link", true);
            data.addClassName("button");
            acts.add(data);
        }
        if (may(Permission.STOCK_ADJUST)) {
            acts.add(Buttons.with(Icon.PENCIL, Buttons.plain(getTranslation("stock.adjust"), () -> open(sku, false))));
        }
        if (may(Permission.STOCK_RECEIVE)) {
            acts.add(Keys.shown(
                    Buttons.with(
                            Icon.PACKAGE_OPEN, Buttons.primary(getTranslation("stock.receive"), () -> open(sku, true))),
                    "n"));
        }
        var gap = new Span();
        gap.addClassName("grow");
        var bar = new Div(segment(sku), books(sku), gap, acts);
        bar.addClassName("stock-bar");
        return bar;
    }

    private Component segment(SkuStock sku) {
        var choices = new LinkedHashMap<String, String>();
        choices.put(EVERYWHERE, getTranslation("stock.everywhere"));
        warehouses
                .values()
                .forEach(known -> choices.put(
                        known.code(),
                        known.name() + " "
                                + formats.count(there(sku, known.id()).figures().available())));
        return new Segment<>(
                getTranslation("stock.warehouse"), choices, place == null ? EVERYWHERE : place.code(), this::choose);
    }

    private void choose(String warehouseCode) {
        getUI().ifPresent(ui -> ui.navigate(
                "stock/" + code,
                warehouseCode.isEmpty() ? QueryParameters.empty() : QueryParameters.of(WAREHOUSE, warehouseCode)));
    }

    private Component books(SkuStock sku) {
        boolean agree = queries.booksAgree(sku.sku().id());
        return Marks.tag(
                agree ? Marks.Tone.GREEN : Marks.Tone.RED,
                getTranslation(agree ? "stock.books.agree" : "stock.books.differ"));
    }

    private Component level(SkuStock sku) {
        boolean everywhere = place == null;
        var card = card(
                "stock.level",
                getTranslation("stock.level.hint"),
                new WaterLevel(figures(sku), everywhere ? sku.sku().safetyStock() : null, formats));
        if (everywhere && sku.isLow()) {
            ((Div) card.getComponentAt(0)).add(Marks.tag(Marks.Tone.AMBER, getTranslation("stock.low")));
        }
        return card;
    }

    private StockFigures figures(SkuStock sku) {
        return place == null ? sku.total() : there(sku, place.id()).figures();
    }

    private static InWarehouse there(SkuStock sku, UUID warehouseId) {
        return sku.warehouses().stream()
                .filter(known -> known.warehouseId().equals(warehouseId))
                .findFirst()
                .orElseGet(() -> new InWarehouse(warehouseId, new StockFigures(0, 0, 0, 0, 0, 0, 0), null));
    }

    /** The chosen warehouse first, else the one where most of it lies. */
    private void open(SkuStock sku, boolean receiving) {
        List<BookingDialog.Place> places = warehouses.values().stream()
                .map(known -> new BookingDialog.Place(
                        known, there(sku, known.id()).figures().onHand()))
                .toList();
        Optional<BookingDialog.Place> first = places.stream()
                .filter(known -> place != null && known.warehouse().id().equals(place.id()))
                .findFirst()
                .or(() -> places.stream().max(java.util.Comparator.comparingInt(BookingDialog.Place::onHand)));
        new BookingDialog(stock, formats, sku.sku(), places, first, receiving, this::show).open();
    }

    private Component ledger(SkuStock sku) {
        var table = new StockTable(getTranslation("stock.ledger"))
                .column(getTranslation("stock.at"), Column.TEXT)
                .column(getTranslation("stock.kind"), Column.TEXT)
                .column(getTranslation("stock.warehouse"), Column.WIDE)
                .column(getTranslation("stock.onHand.change"), Column.FIGURE)
                .column(getTranslation("stock.available.change"), Column.FIGURE)
                .column(getTranslation("stock.onHand"), Column.WIDE_FIGURE)
                .column(getTranslation("stock.available"), Column.FIGURE)
                .column(getTranslation("stock.cause"), Column.TEXT)
                .column(getTranslation("stock.by"), Column.WIDE);
        var more = new Div();
        more.addClassName("card-foot");
        var card = card("stock.ledger", getTranslation("stock.ledger.hint"), table, more);
        var gap = new Span();
        gap.addClassName("grow");
        ((Div) card.getComponentAt(0)).add(gap, kinds());
        append(sku.sku().id(), table, more, null);
        if (table.isEmpty()) {
            more.add(new Paragraph(getTranslation("stock.ledger.none")));
        }
        return card;
    }

    private Component kinds() {
        var values = new LinkedHashMap<MovementKind, String>();
        for (MovementKind value : MovementKind.values()) {
            values.put(value, getTranslation("stock.kind." + value));
        }
        var choice = new Choice<>(getTranslation("stock.kind"), getTranslation("stock.kind.all"), values, value -> {
            kind = value;
            show();
        });
        choice.mark(kind);
        return choice;
    }

    private void append(UUID skuId, StockTable table, Div more, LedgerPage.@Nullable Position from) {
        LedgerPage page = queries.ledger(skuId, place == null ? null : place.id(), kind, from, LINES);
        page.lines().forEach(line -> append(table, line));
        more.removeAll();
        if (page.next() != null) {
            more.add(Buttons.flat(getTranslation("stock.more"), () -> append(skuId, table, more, page.next())));
        }
    }

    private void append(StockTable table, LedgerLine line) {
        table.row(
                cell(formats.exactTime(line.at()), Column.TEXT),
                cell(getTranslation("stock.kind." + line.kind()), Column.TEXT),
                cell(name(line.warehouseId()), Column.WIDE),
                change(line.onHandChange()),
                change(line.availableChange()),
                cell(formats.count(line.onHand()), Column.WIDE_FIGURE),
                cell(formats.count(line.available()), Column.FIGURE),
                cause(line),
                cell(line.byPerson() ? line.actorName() : getTranslation("stock.system"), Column.WIDE));
    }

    private Element cause(LedgerLine line) {
        String cause = line.cause() == null ? "" : line.cause();
        if (line.orderNumber() == null) {
            return cell(cause, Column.TEXT);
        }
        String why = cause.isEmpty() ? "" : " " + getTranslation("stock.cause." + cause);
        return may(Permission.ORDERS_VIEW)
                ? StockTable.order(getTranslation("stock.order.of") + " ", line.orderNumber(), why)
                : cell(getTranslation("stock.order", line.orderNumber()) + why, Column.TEXT);
    }

    private Component places(SkuStock sku) {
        var table = new StockTable(getTranslation("stock.places"))
                .column(getTranslation("stock.warehouse"), Column.TEXT)
                .column(getTranslation("stock.bin"), Column.TEXT)
                .column(getTranslation("stock.onHand"), Column.FIGURE)
                .column(getTranslation("stock.available"), Column.FIGURE);
        sku.warehouses()
                .forEach(known -> table.row(
                        cell(name(known.warehouseId()), Column.TEXT),
                        cell(known.bin() == null ? "–" : known.bin(), Column.TEXT),
                        cell(formats.count(known.figures().onHand()), Column.FIGURE),
                        cell(formats.count(known.figures().available()), Column.FIGURE)));
        return table.isEmpty() ? card("stock.places", "", note("stock.places.none")) : card("stock.places", "", table);
    }

    /** How the pieces came and went; a single day makes no line. */
    private Optional<Component> course(SkuStock sku) {
        List<@Nullable Integer> ends = queries.availableByDay(sku.sku().id(), place == null ? null : place.id(), DAYS);
        if (ends.stream().filter(Objects::nonNull).count() < 2) {
            return Optional.empty();
        }
        LocalDate today = tenants.current().dayOf(clock.instant());
        List<String> days = IntStream.range(0, DAYS)
                .mapToObj(back -> formats.day(today.minusDays(DAYS - 1L - back)))
                .toList();
        List<@Nullable Double> values = new ArrayList<>();
        ends.forEach(end -> values.add(end == null ? null : Double.valueOf(end)));
        Integer safety = place == null ? sku.sku().safetyStock() : null;
        return Optional.of(new Chart(new Chart.Plot(
                Chart.Kind.LINES,
                getTranslation("stock.course"),
                getTranslation("stock.course.note"),
                null,
                days,
                List.of(new Chart.Series(getTranslation("stock.available"), values, false, false)),
                safety == null ? null : new Chart.Target(safety, getTranslation("stock.safety")),
                getTranslation(
                        "stock.course.finding", formats.count(figures(sku).available())))));
    }

    private Component reservations(SkuStock sku) {
        List<OpenReservation> open = queries.reservations(sku.sku().id(), place == null ? null : place.id());
        if (open.isEmpty()) {
            return card("stock.reservations", "", note("stock.reservations.none"));
        }
        var table = new StockTable(getTranslation("stock.reservations"))
                .column(getTranslation("stock.order.number"), Column.TEXT)
                .column(getTranslation("stock.state"), Column.TEXT)
                .column(getTranslation("stock.pieces"), Column.FIGURE)
                .column(getTranslation("stock.at"), Column.TEXT);
        open.forEach(taken -> table.row(
                may(Permission.ORDERS_VIEW)
                        ? StockTable.order("", taken.orderNumber(), "")
                        : cell(taken.orderNumber(), Column.TEXT),
                cell(state(taken.state()).getElement()),
                cell(formats.count(taken.quantity()), Column.FIGURE),
                cell(formats.time(taken.heldAt()), Column.TEXT)));
        return card("stock.reservations", getTranslation("stock.reservations.count", open.size()), table);
    }

    private Component state(ReservationState state) {
        return Marks.tag(
                state == ReservationState.HELD ? Marks.Tone.GREY : Marks.Tone.BLUE,
                getTranslation("stock.state." + state));
    }

    private Component note(String key) {
        var note = new Paragraph(getTranslation(key));
        note.addClassName("card-note");
        return note;
    }

    private Div card(String titleKey, String hint, Component... content) {
        var head = new Div(new H2(getTranslation(titleKey)));
        head.addClassName("card-head");
        if (!hint.isEmpty()) {
            head.getElement().appendChild(new Element("small").setText(hint));
        }
        var card = new Div(head);
        card.add(content);
        card.addClassName("card");
        return card;
    }

    private Element change(int delta) {
        Element cell = cell(delta == 0 ? "–" : formats.signed(delta), Column.FIGURE);
        if (delta != 0) {
            cell.getClassList().add(delta > 0 ? "plus" : "minus");
        }
        return cell;
    }

    private String name(UUID warehouseId) {
        WarehouseInfo warehouse = warehouses.get(warehouseId);
        return warehouse == null ? "–" : warehouse.name();
    }

    private static boolean may(Permission permission) {
        return Acting.current().actor().may(permission);
    }
}
