package com.dingshu.orders.ui;

import com.dingshu.inventory.WarehouseInfo;
import com.dingshu.inventory.Warehouses;
import com.dingshu.orders.BoardCounts;
import com.dingshu.orders.BoardQuery;
import com.dingshu.orders.OrderDetails;
import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.OrderSummary;
import com.dingshu.orders.Orders;
import com.dingshu.orders.views.SavedViews;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Keys;
import com.dingshu.uikit.KeysetPages;
import com.dingshu.uikit.Live;
import com.dingshu.uikit.Page;
import com.dingshu.uikit.Pulse;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order board: every order of the merchant in one list with views as tabs, the order itself beside it. The address
 * holds view, filters, sort and the open order. Rows never move by themselves: new orders wait behind a bar, changed ones
 * are rewritten in their places.
 */
@Route("orders/:number?")
@Requires(Permission.ORDERS_VIEW)
class OrderBoardView extends Page implements BeforeEnterObserver {

    private static final int NARROW = 800;
    private static final int COUNTED = BoardCounts.CAP - 1;

    private final OrderQueries queries;
    private final Orders orders;
    private final OrderWords words;
    private final List<OrderPanel> panels;
    private final Pulse pulse;
    private final Clock clock;
    private final List<ShopInfo> shops;
    private final List<WarehouseInfo> warehouses;

    private final BoardTabs tabs;
    private final FilterBar filters;
    private final NativeButton newOrders = new NativeButton();
    private final Grid<OrderSummary> grid = new Grid<>();
    private final OrderColumns columns;
    private final MasterDetailLayout layout = new MasterDetailLayout();
    private final Span loaded = new Span();
    private final KeysetPages<OrderSummary> rows;

    private BoardState state = BoardState.START;
    private @Nullable String open;
    private Instant listedAt = Instant.EPOCH;
    private Map<UUID, OrderSummary> shown = new LinkedHashMap<>();
    private Runnable beat = () -> {};

    OrderBoardView(
            OrderQueries queries,
            Orders orders,
            OrderWords words,
            List<OrderPanel> panels,
            Pulse pulse,
            Clock clock,
            SavedViews savedViews,
            Shops shops,
            Warehouses warehouses) {
        super("orders.title");
        this.queries = queries;
        this.orders = orders;
        this.words = words;
        this.panels = panels.stream()
                .sorted(java.util.Comparator.comparingInt(OrderPanel::position))
                .toList();
        this.pulse = pulse;
        this.clock = clock;
        this.shops = shops.all();
        this.warehouses = warehouses.all();
        this.rows = new KeysetPages<>(new Rows());
        this.columns = new OrderColumns(grid, words);
        this.tabs = new BoardTabs(savedViews, words, this::go);
        this.filters = new FilterBar(words, this.shops, this.warehouses, this::go);
        add(tabs);
        tools(filters);
        add(newOrdersBar());
        prepareGrid();
        layout.setMaster(master());
        layout.setMasterSize("min(560px, 100vw)", true);
        layout.setDetailSize("500px", false);
        fill(layout);
        add(foot());
        prepareKeys();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        BoardState asked = BoardState.of(event.getLocation().getQueryParameters());
        if (!asked.equals(state) || listedAt.equals(Instant.EPOCH)) {
            state = asked;
            list();
        }
        show(event.getRouteParameters().get("number").orElse(null));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        Live live = Live.of(this);
        beat = () -> live.run(this::lookAgain);
        pulse.join(beat);
        attach.getUI().getPage().addBrowserWindowResizeListener(resize -> columns.narrow(resize.getWidth() < NARROW));
        attach.getUI()
                .getPage()
                .executeJs("return window.innerWidth")
                .then(Integer.class, width -> columns.narrow(width < NARROW));
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        pulse.leave(beat);
    }

    private Component newOrdersBar() {
        newOrders.addClassName("new-bar");
        newOrders.setVisible(false);
        newOrders.getElement().setAttribute("aria-live", "polite");
        newOrders.addClickListener(click -> list());
        return newOrders;
    }

    private void prepareGrid() {
        grid.addThemeVariants(GridVariant.AURA_NO_BORDER);
        grid.addClassName("flat");
        grid.setSizeFull();
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addItemClickListener(click -> openOrder(click.getItem().number()));
        grid.setEmptyStateComponent(
                new EmptyState(Icon.LIST_CHECKS, words.say("orders.empty"), words.say("orders.empty.why")));
        rows.feed(grid);
    }

    private Component master() {
        Div master = new Div(grid);
        master.addClassName("page-fill");
        master.setSizeFull();
        return master;
    }

    private Component foot() {
        LinkedHashMap<String, String> lesson = new LinkedHashMap<>();
        lesson.put("J K", words.say("orders.key.move"));
        lesson.put("Enter", words.say("orders.key.open"));
        lesson.put("A", words.say("orders.key.approve"));
        Span gap = new Span();
        gap.addClassName("grow");
        Div foot = new Div(Keys.lesson(lesson), gap, loaded);
        foot.addClassName("page-foot");
        return foot;
    }

    private void prepareKeys() {
        LinkedHashMap<String, String> keys = new LinkedHashMap<>();
        keys.put("j", words.say("orders.next"));
        keys.put("k", words.say("orders.previous"));
        keys.put("[", words.say("orders.view.previous"));
        keys.put("]", words.say("orders.view.next"));
        keys.put("escape", words.say("orders.close"));
        Keys.listen(this, keys, this::onKey);
    }

    private void onKey(String key) {
        switch (key) {
            case "j" -> move(1);
            case "k" -> move(-1);
            case "[" -> tabs.turn(-1);
            case "]" -> tabs.turn(1);
            case "escape" -> close();
            default -> {}
        }
    }

    /** Reads the list anew from its top. */
    private void list() {
        listedAt = clock.instant();
        shown = new LinkedHashMap<>();
        newOrders.setVisible(false);
        tabs.show(state);
        filters.show(state);
        rows.restart();
        count();
    }

    private void count() {
        BoardCounts counts = queries.counts();
        tabs.count(counts, this::counted);
        filters.count(state.narrowed() ? counted(state) : counts.of(state.view()));
        header().live(words.say("orders.live"), clock.instant());
    }

    private long counted(BoardState narrowed) {
        return queries.count(narrowed.query(clock.instant()));
    }

    /** What changed since the last look: rows in their places, counters, and how many orders wait behind the bar. */
    private void lookAgain() {
        List<UUID> changed = new ArrayList<>();
        for (OrderSummary now : queries.byIds(List.copyOf(shown.keySet()))) {
            if (!now.equals(shown.get(now.id()))) {
                changed.add(now.id());
            }
        }
        rows.changed(changed);
        count();
        int waiting = queries.count(BoardQuery.of(BoardQuery.View.ALL).placed(listedAt, null));
        newOrders.setVisible(waiting > 0);
        if (waiting > 0) {
            newOrders.removeAll();
            newOrders.add(
                    Icon.ARROW_UP.create(),
                    new Span(words.say("orders.new", words.formats().count(waiting, COUNTED))),
                    new Span(words.say("orders.new.show")));
        }
    }

    private void go(BoardState next) {
        getUI().ifPresent(ui -> ui.navigate(open == null ? "orders" : "orders/" + open, next.parameters()));
    }

    private void openOrder(@Nullable String number) {
        getUI().ifPresent(ui -> ui.navigate(number == null ? "orders" : "orders/" + number, state.parameters()));
    }

    private void close() {
        if (open != null) {
            openOrder(null);
        }
    }

    private void show(@Nullable String number) {
        open = number;
        if (number == null) {
            layout.setDetail(null);
            return;
        }
        Optional<OrderDetails> order = queries.details(number);
        layout.setDetail(order.<Component>map(this::pane)
                .orElseGet(() -> new EmptyState(Icon.SEARCH, words.say("orders.gone"), words.say("orders.gone.why"))));
    }

    private OrderPane pane(OrderDetails order) {
        OrderActions actions = new OrderActions(orders, queries, words, this::changed);
        return new OrderPane(order, queries, words, actions, panels, new OrderPane.Way() {
            @Override
            public void close() {
                OrderBoardView.this.close();
            }

            @Override
            public void previous() {
                move(-1);
            }

            @Override
            public void next() {
                move(1);
            }
        });
    }

    private void move(int by) {
        List<OrderSummary> list = List.copyOf(shown.values());
        int at = current().map(list::indexOf).orElse(by > 0 ? -1 : list.size());
        int next = at + by;
        if (next >= 0 && next < list.size()) {
            openOrder(list.get(next).number());
            grid.scrollToIndex(next);
        }
    }

    private Optional<OrderSummary> current() {
        return shown.values().stream()
                .filter(order -> Objects.equals(order.number(), open))
                .findFirst();
    }

    private void changed(UUID orderId) {
        rows.changed(List.of(orderId));
        count();
        show(open);
    }

    /** The board's rows by key. */
    private final class Rows implements KeysetPages.Source<OrderSummary> {

        @Override
        public UUID id(OrderSummary row) {
            return row.id();
        }

        @Override
        public List<OrderSummary> after(@Nullable OrderSummary last, int limit) {
            List<OrderSummary> next = queries.page(state.query(listedAt.plusSeconds(1)), last, limit);
            next.forEach(row -> shown.put(row.id(), row));
            boolean more = next.size() == limit;
            loaded.setText(words.say(more ? "orders.loaded.more" : "orders.loaded", shown.size()));
            return next;
        }

        @Override
        public List<OrderSummary> byIds(List<UUID> ids) {
            List<OrderSummary> found = queries.byIds(ids);
            found.forEach(row -> shown.replace(row.id(), row));
            return found;
        }
    }
}
