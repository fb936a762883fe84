package com.dingshu.channels.ui;

import com.dingshu.channels.Connections;
import com.dingshu.channels.InboxQueries;
import com.dingshu.channels.IntakeRuns;
import com.dingshu.channels.ShopSync;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.Tenants;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.ListAndPane;
import com.dingshu.uikit.Page;
import com.dingshu.uikit.Pulse;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every shop and how its orders come in, kept up to date while it is open; the address holds which shop is open. */
@Route("shops/:id?")
@Requires(Permission.CHANNELS_VIEW)
class ShopsView extends Page implements BeforeEnterObserver {

    private final Connections connections;
    private final ChannelWords words;
    private final Clock clock;
    private final ShopPane.Tools tools;
    private final Grid<ShopSync> grid = new Grid<>();
    private final ListAndPane layout = new ListAndPane(grid, () -> open(null));

    private List<ShopSync> shops = List.of();
    private @Nullable UUID open;

    ShopsView(
            Connections connections,
            IntakeRuns runs,
            InboxQueries inbox,
            Tenants tenants,
            ChannelWords words,
            Pulse pulse,
            Clock clock) {
        super("channels.shops.title");
        this.connections = connections;
        this.words = words;
        this.clock = clock;
        this.tools = new ShopPane.Tools(connections, runs, inbox, tenants, words, pulse, clock);
        new ShopColumns(grid, words).fill();
        header().actions(Buttons.with(
                Icon.CLIPBOARD_CHECK, Buttons.plain(words.say("channels.where.title"), () -> new LookUpDialog(
                                inbox, runs, connections, words, pulse)
                        .open())));
        prepareGrid();
        fill(layout);
        pulse.watch(this, this::lookAgain);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        open = event.getRouteParameters().get("id").flatMap(InboxState::uuid).orElse(null);
        list();
        boolean asked = event.getRouteParameters().get("id").isPresent();
        layout.setDetail(asked ? detail() : null);
    }

    private void prepareGrid() {
        grid.setPartNameGenerator(row -> row.shop().id().equals(open) ? "current" : null);
        grid.addItemClickListener(click -> open(click.getItem().shop().id()));
        grid.setEmptyStateComponent(
                new EmptyState(Icon.STORE, words.say("channels.shops.empty"), words.say("channels.shops.empty.why")));
    }

    private void list() {
        shops = connections.all();
        grid.setItems(shops);
        header().live(words.say("channels.shops.live"), clock.instant());
    }

    private void lookAgain() {
        List<ShopSync> now = connections.all();
        header().live(words.say("channels.shops.live"), clock.instant());
        if (!now.equals(shops)) {
            Optional<ShopSync> before = current();
            shops = now;
            grid.setItems(shops);
            if (open != null && !before.equals(current())) {
                layout.setDetail(detail());
            }
        }
    }

    private Optional<ShopSync> current() {
        return shops.stream().filter(shop -> shop.shop().id().equals(open)).findFirst();
    }

    private Component detail() {
        return current()
                .<Component>map(shop -> new ShopPane(shop, tools, () -> open(null), this::changed))
                .orElseGet(() -> new EmptyState(
                        Icon.SEARCH,
                        words.say("channels.shops.gone"),
                        words.say("channels.imports.gone.why"),
                        Buttons.plain(words.say("channels.close"), () -> open(null))));
    }

    private void changed() {
        list();
        layout.setDetail(detail());
    }

    private void open(@Nullable UUID id) {
        getUI().ifPresent(ui -> ui.navigate(id == null ? "shops" : "shops/" + id));
    }
}
