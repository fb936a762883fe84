package com.dingshu.customers.ui;

import com.dingshu.customers.CustomerMerges;
import com.dingshu.customers.CustomerQueries;
import com.dingshu.customers.CustomerQuery;
import com.dingshu.customers.CustomerSummary;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.uikit.Buttons;
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
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people who buy, the newest first and masked, one of them beside the list. The address holds search and person. */
@Route("customers/:id?")
@Requires(Permission.CUSTOMERS_VIEW)
class CustomerListView extends Page implements BeforeEnterObserver {

    private final transient CustomerQueries queries;
    private final transient CustomerMerges merges;
    private final transient CustomerWords words;
    private final transient List<CustomerPanel> panels;

    private final Grid<CustomerSummary> grid = new Grid<>();
    private final ListAndPane layout = new ListAndPane(grid, this::close);
    private final SearchField search = new SearchField(getTranslation("customers.search"), this::search).wide();
    private final ListFoot foot = foot();
    private final transient KeysetPages<CustomerSummary> rows = new KeysetPages<>(new Rows());

    private @Nullable String text;
    private @Nullable UUID open;

    CustomerListView(CustomerQueries queries, CustomerMerges merges, CustomerWords words, List<CustomerPanel> panels) {
        super("customers.title");
        this.queries = queries;
        this.merges = merges;
        this.words = words;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(CustomerPanel::position))
                .toList();
        tools(search);
        prepareGrid();
        fill(layout);
        add(foot);
        prepareKeys();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked =
                event.getLocation().getQueryParameters().getSingleParameter("q").orElse("");
        if (!asked.equals(text)) {
            text = asked;
            search.setValue(asked);
            rows.restart();
        }
        show(event.getRouteParameters().get("id").orElse(null));
    }

    private void prepareGrid() {
        var columns = new Columns<>(grid, card());
        columns.text(getTranslation("customers.name"), "132px", words::name).setFrozen(true);
        columns.text(getTranslation("customers.phone"), "140px", customer -> customer.contact()
                .phone());
        columns.text(getTranslation("customers.region"), "200px", words::region).setFlexGrow(1);
        columns.add(
                getTranslation("customers.channel"),
                "120px",
                Marks.numbered(
                        CustomerSummary::channel,
                        customer -> words.channel(customer.channel()),
                        customer -> words.channel(customer.channel())));
        columns.text(getTranslation("customers.first-seen"), "120px", customer -> words.formats()
                .time(customer.firstSeenAt()));
        columns.add(getTranslation("customers.status"), "88px", Marks.tag(row -> Marks.Tone.GREY, this::merged));
        grid.setPartNameGenerator(customer -> customer.id().equals(open) ? "current" : null);
        grid.addItemClickListener(click -> go(click.getItem().id(), text));
        grid.setEmptyStateComponent(new EmptyState(
                Icon.USERS,
                getTranslation("customers.empty"),
                getTranslation("customers.empty.why"),
                Buttons.plain(getTranslation("customers.search.clear"), () -> go(open, ""))));
        rows.feed(grid);
    }

    private LitRenderer<CustomerSummary> card() {
        return LitRenderer.<CustomerSummary>of("""
                        <div class="order-card">
                          <div><ds-channel channel=${item.channel} label=${item.channelName}></ds-channel><b class="cut">${item.name}</b><span class="quiet">${item.phone}</span><span class="grow"></span>
                            ${item.merged ? html`<ds-tag tone="grey">${item.merged}</ds-tag>` : ''}</div>
                          <div><span class="quiet cut grow">${item.region}</span><span class="faint">${item.seen}</span></div>
                        </div>""")
                .withProperty("channel", CustomerSummary::channel)
                .withProperty("channelName", customer -> words.channel(customer.channel()))
                .withProperty("name", words::name)
                .withProperty("phone", customer -> customer.contact().phone())
                .withProperty("merged", this::merged)
                .withProperty("region", words::region)
                .withProperty("seen", customer -> words.formats().time(customer.firstSeenAt()));
    }

    private String merged(CustomerSummary customer) {
        return customer.merged() ? words.say("customers.merged") : "";
    }

    private ListFoot foot() {
        var lesson = new LinkedHashMap<String, String>();
        lesson.put("J K", getTranslation("customers.key.move"));
        lesson.put("Esc", getTranslation("customers.close"));
        return new ListFoot(lesson);
    }

    private void prepareKeys() {
        var keys = new LinkedHashMap<String, String>();
        keys.put("j", getTranslation("customers.next"));
        keys.put("k", getTranslation("customers.previous"));
        keys.put("escape", getTranslation("customers.close"));
        Keys.listen(this, keys, key -> {
            switch (key) {
                case "j" -> move(1);
                case "k" -> move(-1);
                default -> close();
            }
        });
    }

    private void move(int by) {
        rows.beside(open, by).ifPresent(customer -> go(customer.id(), text));
    }

    private void show(@Nullable String id) {
        List<UUID> both = new ArrayList<>(Optional.ofNullable(open).stream().toList());
        open = uuid(id).orElse(null);
        Optional.ofNullable(open).ifPresent(both::add);
        rows.changed(both);
        if (id == null) {
            layout.setDetail(null);
            return;
        }
        layout.setDetail(Optional.ofNullable(open)
                .flatMap(queries::details)
                .<Component>map(
                        customer -> new CustomerPane(customer, queries, merges, words, panels, new Moves()).pane())
                .orElseGet(this::unknown));
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private Component unknown() {
        return new EmptyState(
                Icon.SEARCH,
                getTranslation("customers.unknown"),
                getTranslation("customers.unknown.why"),
                Buttons.plain(getTranslation("customers.close"), () -> go(null, text)));
    }

    private void close() {
        if (open != null) {
            go(null, text);
        }
    }

    private void search(String asked) {
        go(open, asked);
    }

    private void go(@Nullable UUID id, @Nullable String asked) {
        Map<String, String> query = asked == null || asked.isEmpty() ? Map.of() : Map.of("q", asked);
        getUI().ifPresent(
                        ui -> ui.navigate(id == null ? "customers" : "customers/" + id, QueryParameters.simple(query)));
    }

    /** How the pane leaves or moves on. */
    final class Moves {

        void close() {
            go(null, text);
        }

        void show(UUID id) {
            go(id, text);
        }

        /** Who stands for whom has changed: the list is read from its top. */
        void changed(UUID id) {
            rows.restart();
            go(id, text);
        }
    }

    private final class Rows implements KeysetPages.Source<CustomerSummary> {

        @Override
        public UUID id(CustomerSummary row) {
            return row.id();
        }

        @Override
        public List<CustomerSummary> after(@Nullable CustomerSummary last, int limit) {
            List<CustomerSummary> next = queries.page(new CustomerQuery(text, last == null ? null : last.id(), limit));
            int sofar = rows.loaded() + next.size();
            foot.loaded(getTranslation(next.size() < limit ? "customers.loaded" : "customers.loaded.more", sofar));
            return next;
        }

        @Override
        public List<CustomerSummary> byIds(List<UUID> ids) {
            return queries.byIds(ids);
        }
    }
}
