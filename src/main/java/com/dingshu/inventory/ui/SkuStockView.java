package com.dingshu.inventory.ui;

import com.dingshu.inventory.LedgerLine;
import com.dingshu.inventory.LedgerPage;
import com.dingshu.inventory.OpenReservation;
import com.dingshu.inventory.SkuStock;
import com.dingshu.inventory.Stock;
import com.dingshu.inventory.StockQueries;
import com.dingshu.inventory.WarehouseInfo;
import com.dingshu.inventory.Warehouses;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One SKU: the water level of its pieces, the ledger that led there, and the orders that have taken some. */
@Route("stock/:code")
@Requires(Permission.STOCK_VIEW)
class SkuStockView extends Page implements BeforeEnterObserver {

    private static final int LINES = 50;

    private final StockQueries queries;
    private final Stock stock;
    private final Formats formats;
    private final Map<UUID, WarehouseInfo> warehouses;
    private final Body body = scroll();
    private String code = "";

    SkuStockView(StockQueries queries, Stock stock, Warehouses warehouses, Formats formats) {
        super("stock.title");
        this.queries = queries;
        this.stock = stock;
        this.formats = formats;
        this.warehouses = warehouses.all().stream().collect(Collectors.toMap(WarehouseInfo::id, Function.identity()));
        header().comesFrom(getTranslation("stock.title"), StockListView.class);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElse("");
        show();
    }

    private void show() {
        body.removeAll();
        queries.balance(code).ifPresentOrElse(this::show, this::showUnknown);
    }

    private void showUnknown() {
        header().title(code);
        body.add(
                new EmptyState(Icon.BOXES, getTranslation("stock.unknown"), getTranslation("stock.unknown.why", code)));
    }

    private void show(SkuStock sku) {
        header().title(sku.sku().title());
        header().actions(actions(sku));
        body.add(card("stock.level", new WaterLevel(sku.total(), formats)));
        body.add(ledger(sku));
        body.add(reservations(sku));
    }

    private Component[] actions(SkuStock sku) {
        List<Component> actions = new ArrayList<>();
        if (may(Permission.STOCK_ADJUST)) {
            actions.add(Buttons.plain(getTranslation("stock.adjust"), () -> open(sku, false)));
        }
        if (may(Permission.STOCK_RECEIVE)) {
            actions.add(Buttons.primary(getTranslation("stock.receive"), () -> open(sku, true)));
        }
        return actions.toArray(Component[]::new);
    }

    private void open(SkuStock sku, boolean receiving) {
        List<WarehouseInfo> places = warehouses.values().stream()
                .sorted(java.util.Comparator.comparing(WarehouseInfo::code))
                .toList();
        new BookingDialog(stock, sku.sku().id(), places, receiving, this::show).open();
    }

    private Component ledger(SkuStock sku) {
        Element rows = new Element("tbody");
        Div card = card(
                "stock.ledger",
                table(
                        rows,
                        "stock.at",
                        "stock.kind",
                        "#stock.onHand.change",
                        "#stock.available.change",
                        "#stock.onHand",
                        "#stock.available",
                        "stock.cause",
                        "stock.warehouse",
                        "stock.by"));
        Div more = new Div();
        card.add(more);
        append(sku.sku().id(), rows, more, null);
        return card;
    }

    private void append(UUID skuId, Element rows, Div more, LedgerPage.@Nullable Position from) {
        LedgerPage page = queries.ledger(skuId, null, null, from, LINES);
        page.lines().forEach(line -> rows.appendChild(row(line)));
        more.removeAll();
        if (page.next() != null) {
            more.add(Buttons.flat(getTranslation("stock.more"), () -> append(skuId, rows, more, page.next())));
        }
    }

    private Element row(LedgerLine line) {
        return new Element("tr")
                .appendChild(
                        cell(formats.exactTime(line.at()), false),
                        cell(getTranslation("stock.kind." + line.kind()), false),
                        change(line.onHandChange()),
                        change(line.availableChange()),
                        cell(formats.count(line.onHand()), true),
                        cell(formats.count(line.available()), true),
                        cell(cause(line), false),
                        cell(name(line.warehouseId()), false),
                        cell(line.byPerson() ? line.actorName() : getTranslation("stock.system"), false));
    }

    private String cause(LedgerLine line) {
        String cause = line.cause() == null ? "" : line.cause();
        if (line.orderNumber() == null) {
            return cause;
        }
        String why = cause.isEmpty() ? "" : " " + getTranslation("stock.cause." + cause);
        return getTranslation("stock.order", line.orderNumber()) + why;
    }

    private Component reservations(SkuStock sku) {
        List<OpenReservation> open = queries.reservations(sku.sku().id(), null);
        if (open.isEmpty()) {
            return card("stock.reservations", new Div(new Span(getTranslation("stock.reservations.none"))));
        }
        Element rows = new Element("tbody");
        open.forEach(taken -> rows.appendChild(new Element("tr")
                .appendChild(
                        cell(taken.orderNumber(), false),
                        cell(getTranslation("stock.state." + taken.state()), false),
                        cell(formats.count(taken.quantity()), true),
                        cell(name(taken.warehouseId()), false),
                        cell(formats.exactTime(taken.heldAt()), false))));
        return card(
                "stock.reservations",
                table(rows, "stock.order.number", "stock.state", "#stock.pieces", "stock.warehouse", "stock.at"));
    }

    private Div card(String titleKey, Component content) {
        Div head = new Div(new H2(getTranslation(titleKey)));
        head.addClassName("card-head");
        Div card = new Div(head, content);
        card.addClassName("card");
        return card;
    }

    /** A title that begins with # is the head of figures. */
    private Div table(Element rows, String... titles) {
        Element head = new Element("tr");
        for (String title : titles) {
            Element cell = new Element("th");
            cell.setAttribute("scope", "col");
            if (title.startsWith("#")) {
                cell.getClassList().add("num");
            }
            cell.setText(getTranslation(title.startsWith("#") ? title.substring(1) : title));
            head.appendChild(cell);
        }
        Element table = new Element("table");
        table.getClassList().add("table");
        table.appendChild(new Element("thead").appendChild(head), rows);
        Div holder = new Div();
        holder.getElement().setAttribute("tabindex", "0");
        holder.getStyle().set("overflow-x", "auto");
        holder.getElement().appendChild(table);
        return holder;
    }

    private Element change(int delta) {
        Element cell = cell(delta == 0 ? "–" : formats.signed(delta), true);
        if (delta != 0) {
            cell.getClassList().add(delta > 0 ? "plus" : "minus");
        }
        return cell;
    }

    private static Element cell(String text, boolean figure) {
        Element cell = new Element("td");
        cell.setText(text);
        if (figure) {
            cell.getClassList().add("num");
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
