package com.dingshu.orders.ui;

import com.dingshu.inventory.WarehouseInfo;
import com.dingshu.inventory.Warehouses;
import com.dingshu.jobs.JobId;
import com.dingshu.orders.BoardCounts;
import com.dingshu.orders.BoardQuery;
import com.dingshu.orders.BulkForecast;
import com.dingshu.orders.BulkVerb;
import com.dingshu.orders.OrderBulk;
import com.dingshu.orders.OrderDetails;
import com.dingshu.orders.OrderExport;
import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.OrderSheets;
import com.dingshu.orders.OrderSummary;
import com.dingshu.orders.Orders;
import com.dingshu.orders.views.SavedViews;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import com.dingshu.tenancy.Tenants;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Command;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Keys;
import com.dingshu.uikit.KeysetPages;
import com.dingshu.uikit.ListFoot;
import com.dingshu.uikit.Page;
import com.dingshu.uikit.Pulse;
import com.dingshu.uikit.Width;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** An order whose intake began earlier than this before the list was read is in the list. */
    private static final Duration SLOWEST_INTAKE = Duration.ofSeconds(30);

    private static final int COUNTED = BoardCounts.CAP - 1;

    private final OrderQueries queries;
    private final OrderWords words;
    private final List<OrderPanel> panels;
    private final Pulse pulse;
    private final Clock clock;
    private final List<ShopInfo> shops;
    private final List<WarehouseInfo> warehouses;
    private final OrderBulk bulk;
    private final OrderExport export;
    private final Tenants tenants;

    private final BoardTabs tabs;
    private final FilterBar filters;
    private final NativeButton newOrders = new NativeButton();
    private final Grid<OrderSummary> grid = new Grid<>();
    private final OrderColumns columns;
    private final MasterDetailLayout layout = new MasterDetailLayout();
    private final ListFoot foot;
    private final KeysetPages<OrderSummary> rows;

    private BoardState state = BoardState.START;
    private @Nullable String open;
    private @Nullable UUID at;
    private Instant listedAt = Instant.EPOCH;
    private UUID listedSince = Ids.next();
    private Set<UUID> thereAlready = Set.of();
    private final Map<UUID, OrderSummary> shown = new LinkedHashMap<>();
    private final @Nullable BoardSelection selection;
    private final OrderPrinting printing;
    private final OrderActions actions;
    private final BulkBar bulkBar;
    private final BulkJobs jobs;
    private final Page.Body tools;

    OrderBoardView(
            OrderQueries queries,
            Orders orders,
            OrderWords words,
            List<OrderPanel> panels,
            Pulse pulse,
            Clock clock,
            SavedViews savedViews,
            Shops shops,
            Warehouses warehouses,
            OrderBulk bulk,
            OrderExport export,
            Tenants tenants,
            List<OrderSheets> sheets) {
        super("orders.title");
        this.queries = queries;
        this.words = words;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(OrderPanel::position))
                .toList();
        this.pulse = pulse;
        this.clock = clock;
        this.shops = shops.all();
        this.warehouses = warehouses.all();
        this.bulk = bulk;
        this.export = export;
        this.tenants = tenants;
        this.rows = new KeysetPages<>(new Rows());
        this.printing = new OrderPrinting(sheets, words, this);
        this.actions = new OrderActions(orders, queries, words, printing, this::changed);
        this.selection = BulkBar.offered(printing) ? new BoardSelection(grid, shown, this::selectionChanged) : null;
        this.bulkBar = new BulkBar(words, printing, new Bulk());
        this.jobs = new BulkJobs(bulk, words, this::openJob);
        this.columns = new OrderColumns(grid, words);
        this.tabs = new BoardTabs(savedViews, words, this::go);
        this.filters = new FilterBar(words, this.shops, this.warehouses, this::go);
        add(tabs);
        bulkBar.setVisible(false);
        tools = tools(filters, bulkBar);
        header().actions(actions());
        add(newOrdersBar());
        prepareGrid();
        layout.setMaster(master());
        layout.setMasterSize("min(560px, 100vw)", true);
        layout.setDetailSize("500px", false);
        fill(layout);
        this.foot = foot();
        add(foot);
        prepareKeys();
        Width.watch(this, columns::narrow);
        pulse.watch(this, this::lookAgain);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        BoardState asked = BoardState.of(event.getLocation().getQueryParameters());
        if (!asked.equals(state) || listedAt.equals(Instant.EPOCH)) {
            state = asked;
            chooseNone();
            list();
        }
        show(event.getRouteParameters().get("number").orElse(null));
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
        if (selection == null) {
            grid.setSelectionMode(Grid.SelectionMode.NONE);
        }
        grid.addItemClickListener(click -> openOrder(click.getItem().number()));
        grid.setPartNameGenerator(this::partsOf);
        Keys.walk(grid, this::at);
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

    private ListFoot foot() {
        LinkedHashMap<String, String> lesson = new LinkedHashMap<>();
        lesson.put("J K", words.say("orders.key.move"));
        lesson.put("Enter", words.say("orders.key.open"));
        if (selection != null) {
            lesson.put("X", words.say("orders.key.select"));
        }
        lesson.put("?", words.say("orders.key.sheet"));
        return new ListFoot(lesson);
    }

    private void prepareKeys() {
        LinkedHashMap<String, String> keys = new LinkedHashMap<>();
        keys.put("j", words.say("orders.next"));
        keys.put("k", words.say("orders.previous"));
        keys.put("enter", words.say("orders.key.open-row"));
        keys.put("escape", words.say("orders.key.leave"));
        if (selection != null) {
            keys.put("x", words.say("orders.key.select-row"));
            keys.put("X", words.say("orders.key.stretch"));
        }
        if (OrderActions.may(Permission.ORDERS_REVIEW)) {
            keys.put("a", words.say("orders.act.approve"));
            keys.put("r", words.say("orders.act.reject"));
        }
        if (OrderActions.may(Permission.ORDERS_HOLD)) {
            keys.put("e", words.say("orders.act.hold"));
        }
        if (!printing.kinds().isEmpty()) {
            keys.put("p", words.say("orders.key.print"));
        }
        keys.put("[", words.say("orders.view.previous"));
        keys.put("]", words.say("orders.view.next"));
        Keys.listen(this, keys, this::onKey);
    }

    private void onKey(String key) {
        switch (key) {
            case "[" -> tabs.turn(-1);
            case "]" -> tabs.turn(1);
            case "x" -> current().ifPresent(order -> chosen().ifPresent(some -> some.toggle(order)));
            case "X" -> current().ifPresent(order -> chosen().ifPresent(some -> some.stretchTo(order)));
            case "enter" -> current().ifPresent(order -> openOrder(order.number()));
            case "escape" -> leave();
            case "a", "r", "e", "p" -> onOrder(key);
            default -> {}
        }
    }

    /** Chosen orders have buttons of their own for the keys. */
    private void onOrder(String key) {
        if (chosen().filter(some -> !some.isEmpty()).isEmpty()) {
            current().flatMap(order -> queries.detailsById(order.id())).ifPresent(order -> actions.press(key, order));
        }
    }

    @Override
    public List<Command> commands() {
        List<Command> here = new ArrayList<>();
        current()
                .flatMap(order -> queries.detailsById(order.id()))
                .ifPresent(order -> here.addAll(actions.commands(order)));
        for (BoardQuery.View view : BoardQuery.View.values()) {
            if (view != state.view()) {
                here.add(Command.act(
                                Icon.LIST_FILTER,
                                words.say("orders.view." + BoardState.key(view)),
                                () -> go(state.with(view)))
                        .about(words.say("orders.views")));
            }
        }
        here.addAll(super.commands());
        return here;
    }

    /** The row one has come to; walking with an order open beside the list opens the next. */
    private void at(OrderSummary row, boolean walked) {
        UUID was = at;
        at = row.id();
        redraw(was);
        redraw(at);
        if (walked && open != null && !row.number().equals(open)) {
            openOrder(row.number());
        }
    }

    private void redraw(@Nullable UUID id) {
        if (id != null && shown.containsKey(id)) {
            rows.refreshItem(shown.get(id));
        }
    }

    private @Nullable String partsOf(OrderSummary row) {
        boolean here = row.id().equals(at);
        if (row.number().equals(open)) {
            return here ? "current cursor" : "current";
        }
        return here ? "cursor" : null;
    }

    /** Reads the list anew from its top. */
    private void list() {
        listedAt = clock.instant();
        listedSince = Ids.before(Ids.next(), SLOWEST_INTAKE);
        thereAlready = queries.takenInSince(listedSince);
        shown.clear();
        at = null;
        Keys.walkFrom(grid, -1);
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
        if (bulkBar.isVisible() && !changed.isEmpty()) {
            selectionChanged();
        }
        jobs.look();
        Set<UUID> arrived = new HashSet<>(queries.takenInSince(listedSince));
        arrived.removeAll(thereAlready);
        int waiting = arrived.size();
        newOrders.setVisible(waiting > 0);
        if (waiting > 0) {
            newOrders.removeAll();
            newOrders.add(
                    Icon.ARROW_UP.create(),
                    new Span(words.say("orders.new", words.formats().count(waiting, COUNTED))),
                    small(words.say("orders.new.since", words.formats().time(listedAt))),
                    new Span(words.say("orders.new.show")));
        }
    }

    private static Component small(String text) {
        var small = new HtmlComponent("small");
        small.getElement().setText(text);
        return small;
    }

    private void go(BoardState next) {
        getUI().ifPresent(ui -> ui.navigate(open == null ? "orders" : "orders/" + open, next.parameters()));
    }

    private void openOrder(@Nullable String number) {
        getUI().ifPresent(ui -> ui.navigate(number == null ? "orders" : "orders/" + number, state.parameters()));
    }

    private Component[] actions() {
        List<Component> actions = new ArrayList<>();
        actions.add(jobs);
        if (ExportDialog.offered()) {
            actions.add(
                    Buttons.with(Icon.DOWNLOAD, Buttons.plain(words.say(ExportDialog.buttonKey()), this::openExport)));
        }
        return actions.toArray(Component[]::new);
    }

    private void openExport() {
        String name = words.say("orders.view." + BoardState.key(state.view()))
                + " · "
                + words.say("orders.count", words.formats().count(inView(), COUNTED));
        new ExportDialog(export, words, tenants, clock, this, state.query(clock.instant()), name).open();
    }

    private Optional<BoardSelection> chosen() {
        return Optional.ofNullable(selection);
    }

    private void chooseNone() {
        chosen().ifPresent(BoardSelection::clear);
    }

    /** First the selection goes, then the open order. */
    private void leave() {
        if (chosen().filter(some -> !some.isEmpty()).isPresent()) {
            chooseNone();
        } else {
            close();
        }
    }

    private void selectionChanged() {
        boolean any = chosen().filter(some -> !some.isEmpty()).isPresent();
        filters.setVisible(!any);
        bulkBar.setVisible(any);
        tools.setClassName("bulk-bar", any);
        chosen().filter(some -> any).ifPresent(some -> {
            if (some.isAll()) {
                bulkBar.showAll(inWords(Math.min(inView(), OrderBulk.MOST)));
            } else {
                long inView = inView();
                bulkBar.show(some.chosen(), inView > some.chosen().size() ? inWords(inView) : null);
            }
        });
    }

    /** How many orders the list has; filtered lists are counted to a thousand. */
    private long inView() {
        return state.narrowed()
                ? queries.count(state.query(clock.instant()))
                : queries.counts().of(state.view());
    }

    private String inWords(long inView) {
        return state.narrowed()
                ? words.formats().count(inView, COUNTED)
                : words.formats().count(inView);
    }

    private void openJob(JobId job) {
        new BulkDialog(bulk, words, pulse, job, this::lookAgain).open();
    }

    /** The steps with many orders. */
    private final class Bulk implements BulkBar.Acts {

        @Override
        public void take(BulkVerb verb) {
            chosen().ifPresent(some -> {
                if (some.isAll()) {
                    BoardQuery all = state.query(listedAt.plusSeconds(1));
                    BulkQuestion.ask(
                            verb,
                            bulk.forecastAll(verb, all),
                            words,
                            reason -> started(bulk.startAll(verb, all, reason)));
                } else if (verb.needsReason()) {
                    BulkQuestion.ask(
                            verb,
                            BulkForecast.of(verb, some.chosen()),
                            words,
                            reason -> started(bulk.start(verb, fitting(verb, some), reason)));
                } else {
                    started(bulk.start(verb, some.ids(), ""));
                }
            });
        }

        /** Steps that were asked about are taken with those that were counted. */
        private List<UUID> fitting(BulkVerb verb, BoardSelection some) {
            return some.chosen().stream()
                    .filter(verb::fits)
                    .map(OrderSummary::id)
                    .toList();
        }

        private void started(JobId job) {
            chooseNone();
            jobs.look();
            openJob(job);
        }

        @Override
        public void print(OrderSheets sheets) {
            printing.print(sheets, chosen().map(BoardSelection::ids).orElse(List.of()));
        }

        @Override
        public void chooseAll() {
            chosen().ifPresent(BoardSelection::chooseAll);
        }

        @Override
        public void chooseNone() {
            OrderBoardView.this.chooseNone();
        }
    }

    private void close() {
        if (open != null) {
            openOrder(null);
        }
    }

    private void show(@Nullable String number) {
        String was = open;
        open = number;
        shown.values().stream()
                .filter(row -> row.number().equals(was) || row.number().equals(number))
                .toList()
                .forEach(rows::refreshItem);
        if (number == null) {
            layout.setDetail(null);
            return;
        }
        Optional<OrderDetails> order = queries.details(number);
        layout.setDetail(order.<Component>map(this::pane)
                .orElseGet(() -> new EmptyState(Icon.SEARCH, words.say("orders.gone"), words.say("orders.gone.why"))));
    }

    private OrderPane pane(OrderDetails order) {
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
        int from = current().map(list::indexOf).orElse(by > 0 ? -1 : list.size());
        int next = from + by;
        if (next >= 0 && next < list.size()) {
            stand(list.get(next), next);
            openOrder(list.get(next).number());
            grid.scrollToIndex(next);
        }
    }

    private void stand(OrderSummary row, int index) {
        at(row, false);
        Keys.walkFrom(grid, index);
    }

    /** The row one is at, or else the one that is open. */
    private Optional<OrderSummary> current() {
        return Optional.ofNullable(at).map(shown::get).or(() -> shown.values().stream()
                .filter(order -> order.number().equals(open))
                .findFirst());
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
            next.forEach(row -> {
                shown.put(row.id(), row);
                if (at == null && row.number().equals(open)) {
                    at = row.id();
                    Keys.walkFrom(grid, shown.size() - 1);
                }
            });
            chosen().ifPresent(some -> some.loaded(next));
            boolean more = next.size() == limit;
            foot.loaded(words.say(more ? "orders.loaded.more" : "orders.loaded", shown.size()));
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
