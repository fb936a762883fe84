package com.dingshu.channels.ui;

import com.dingshu.catalog.Catalog;
import com.dingshu.channels.Connections;
import com.dingshu.channels.InboxDetails;
import com.dingshu.channels.InboxFilter;
import com.dingshu.channels.InboxQueries;
import com.dingshu.channels.InboxReason;
import com.dingshu.channels.InboxRepair;
import com.dingshu.channels.InboxSummary;
import com.dingshu.channels.IntakeRuns;
import com.dingshu.channels.Mappings;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Keys;
import com.dingshu.uikit.Marks;
import com.dingshu.uikit.Page;
import com.dingshu.uikit.Pulse;
import com.dingshu.uikit.ViewTabs;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The raw inbox: everything that came from the platforms, what waits for a repair first, with the repairs beside it. The
 * address holds view, filters and the open payload. New payloads wait behind a bar; rows change in their places.
 */
@Route("inbox/:id?")
@Requires(Permission.CHANNELS_VIEW)
class InboxView extends Page implements BeforeEnterObserver {

    private static final int PORTION = 50;

    private final InboxQueries inbox;
    private final InboxPane.Tools tools;
    private final ChannelWords words;
    private final Clock clock;
    private final List<ShopInfo> shops;

    private final ViewTabs tabs;
    private final Button shop = chip();
    private final Button reason = chip();
    private final ContextMenu reasons = menu(reason);
    private final Button clear;
    private final NativeButton newer = new NativeButton();
    private final InboxList list;
    private final Div detail = Parts.div("inbox-detail");
    private final Div inboxAndDetail;

    private InboxState state = InboxState.START;
    private @Nullable UUID open;
    private @Nullable InboxSummary shown;
    private boolean listed;

    InboxView(
            InboxQueries inbox,
            InboxRepair repair,
            IntakeRuns runs,
            Mappings mappings,
            Catalog catalog,
            Connections connections,
            ChannelWords words,
            Pulse pulse,
            Clock clock) {
        super("channels.inbox.title");
        this.inbox = inbox;
        this.words = words;
        this.clock = clock;
        this.shops = words.shops();
        this.tools = new InboxPane.Tools(inbox, repair, runs, mappings, catalog, pulse, words);
        this.tabs = new ViewTabs(words.say("channels.inbox.views"), key -> go(state.with(InboxTab.of(key))));
        for (InboxTab tab : InboxTab.values()) {
            tabs.add(tab.key(), words.say("channels.tab." + tab));
        }
        this.clear = Buttons.small(Buttons.with(
                Icon.X,
                Buttons.flat(
                        words.say("channels.filter.clear"),
                        () -> go(state.withShop(null).withReason(null)))));
        this.list = new InboxList(words, before -> inbox.page(state.filter(), before, PORTION), this::open);
        header().actions(Buttons.with(
                Icon.CLIPBOARD_CHECK, Buttons.plain(words.say("channels.where.title"), () -> new LookUpDialog(
                                inbox, runs, connections, words, pulse)
                        .open())));
        add(tabs);
        tools(shop, reason, clear);
        prepareShops();
        add(newerBar());
        inboxAndDetail = Parts.div("inbox", list, detail);
        fill(inboxAndDetail);
        prepareKeys();
        pulse.watch(this, this::lookAgain);
    }

    /** The address of one payload. */
    static RouteParameters at(UUID id) {
        return new RouteParameters(new RouteParam("id", id.toString()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        InboxState asked = InboxState.of(event.getLocation().getQueryParameters());
        open = event.getRouteParameters().get("id").flatMap(InboxState::uuid).orElse(null);
        if (!listed || !asked.equals(state)) {
            state = asked;
            list();
        }
        show();
    }

    // ---------- filters ----------

    private static Button chip() {
        Button chip = Buttons.chip("", () -> {});
        chip.setSuffixComponent(Icon.CHEVRON_DOWN.create());
        return chip;
    }

    private static ContextMenu menu(Button chip) {
        ContextMenu menu = new ContextMenu(chip);
        menu.setOpenOnClick(true);
        return menu;
    }

    private void prepareShops() {
        ContextMenu menu = menu(shop);
        menu.addItem(words.say("channels.filter.all"), click -> go(state.withShop(null)));
        shops.forEach(one ->
                menu.addItem(words.channel(one.channel()) + " · " + one.name(), click -> go(state.withShop(one.id()))));
    }

    private void showFilters() {
        tabs.mark(state.tab().key());
        shop.setText(words.say("channels.filter.shop") + " "
                + (state.shop() == null ? words.say("channels.filter.all") : words.shop(state.shop())));
        Buttons.narrowed(shop, state.shop() != null);
        InboxReason chosen = state.reason();
        reason.setText(words.say("channels.filter.reason") + " "
                + (chosen == null ? words.say("channels.filter.all") : named(chosen)));
        Buttons.narrowed(reason, chosen != null);
        reason.setVisible(state.tab() == InboxTab.REPAIR || chosen != null);
        clear.setVisible(state.narrowed());
        reasons.removeAll();
        reasons.addItem(words.say("channels.filter.all"), click -> go(state.withReason(null)));
        if (reason.isVisible()) {
            inbox.reasons()
                    .forEach(counted -> reasons.addItem(
                            named(counted.reason()) + "  " + words.formats().count(counted.count()),
                            click -> go(state.withReason(counted.reason()))));
        }
    }

    private String named(InboxReason one) {
        return words.channel(one.channel()) + " · " + words.reason(one);
    }

    // ---------- the list ----------

    private Component newerBar() {
        newer.addClassName("new-bar");
        newer.setVisible(false);
        newer.getElement().setAttribute("aria-live", "polite");
        newer.setText(words.say("channels.inbox.newer"));
        newer.addClickListener(click -> {
            list();
            show();
        });
        return newer;
    }

    private void list() {
        listed = true;
        newer.setVisible(false);
        showFilters();
        list.restart(words.say("channels.tab." + state.tab()), counted(state.filter()));
        if (state.tab() == InboxTab.REPAIR && !state.narrowed()) {
            Instant today = clock.instant().minus(1, ChronoUnit.DAYS);
            List<InboxSummary> repaired = inbox.repairedSince(today);
            if (!repaired.isEmpty()) {
                list.addOthers(
                        words.say("channels.inbox.repaired"), words.formats().count(repaired.size()), repaired);
            }
        }
        count();
    }

    private String counted(InboxFilter filter) {
        return words.formats().count(inbox.count(filter), InboxQueries.MOST_COUNTED);
    }

    private void count() {
        for (InboxTab tab : InboxTab.values()) {
            int count = inbox.count(new InboxFilter(tab.states(), state.shop(), null));
            tabs.count(
                    tab.key(),
                    words.formats().count(count, InboxQueries.MOST_COUNTED),
                    count == 0
                            ? Marks.Tone.NONE
                            : tab == InboxTab.REPAIR
                                    ? Marks.Tone.RED
                                    : tab == InboxTab.DEAD ? Marks.Tone.AMBER : Marks.Tone.NONE);
        }
        header().live(words.say("channels.inbox.live"), clock.instant());
    }

    private void lookAgain() {
        list.changed(inbox.byIds(list.ids()));
        count();
        newer.setVisible(inbox.page(state.filter(), null, 1).rows().stream()
                .anyMatch(first -> !list.ids().contains(first.id())));
        if (shown != null) {
            inbox.byIds(List.of(shown.id())).stream()
                    .filter(now -> !now.equals(shown))
                    .findFirst()
                    .ifPresent(now -> show());
        }
    }

    // ---------- the payload ----------

    private void show() {
        inboxAndDetail.setClassName("open", open != null);
        UUID wanted = open == null ? list.beside(0) : open;
        list.mark(wanted);
        detail.removeAll();
        shown = null;
        if (wanted == null) {
            inboxAndDetail.setClassName("nothing", true);
            detail.add(nothing());
            return;
        }
        inboxAndDetail.setClassName("nothing", false);
        Optional<InboxDetails> found = inbox.details(wanted);
        shown = found.map(InboxDetails::summary).orElse(null);
        detail.add(found.<Component>map(payload -> new InboxPane(payload, tools, () -> open(null), this::changed))
                .orElseGet(() -> new EmptyState(
                        Icon.SEARCH,
                        words.say("channels.inbox.gone"),
                        words.say("channels.inbox.gone.why"),
                        Buttons.plain(words.say("channels.inbox.back"), () -> open(null)))));
    }

    private Component nothing() {
        if (state.narrowed()) {
            return new EmptyState(
                    Icon.LIST_FILTER,
                    words.say("channels.inbox.none"),
                    words.say("channels.inbox.none.why"),
                    Buttons.plain(
                            words.say("channels.filter.clear"),
                            () -> go(state.withShop(null).withReason(null))));
        }
        String key = state.tab() == InboxTab.REPAIR ? "channels.inbox.clean" : "channels.inbox.empty";
        return new EmptyState(
                state.tab() == InboxTab.REPAIR ? Icon.CIRCLE_CHECK : Icon.INBOX,
                words.say(key),
                words.say(key + ".why"));
    }

    private void changed() {
        list.changed(inbox.byIds(list.ids()));
        count();
        show();
    }

    // ---------- ways ----------

    private void go(InboxState next) {
        getUI().ifPresent(ui -> ui.navigate("inbox", next.parameters()));
    }

    private void open(@Nullable UUID id) {
        getUI().ifPresent(ui -> ui.navigate(id == null ? "inbox" : "inbox/" + id, state.parameters()));
    }

    private void prepareKeys() {
        LinkedHashMap<String, String> keys = new LinkedHashMap<>();
        keys.put("j", words.say("channels.key.next"));
        keys.put("k", words.say("channels.key.previous"));
        keys.put("[", words.say("channels.key.view.previous"));
        keys.put("]", words.say("channels.key.view.next"));
        keys.put("escape", words.say("channels.inbox.back"));
        Keys.listen(this, keys, this::onKey);
    }

    private void onKey(String key) {
        switch (key) {
            case "j" -> move(1);
            case "k" -> move(-1);
            case "[" -> turn(-1);
            case "]" -> turn(1);
            case "escape" -> open(null);
            default -> {}
        }
    }

    private void move(int by) {
        UUID next = list.beside(by);
        if (next != null && !Objects.equals(next, open)) {
            open(next);
        }
    }

    private void turn(int by) {
        InboxTab[] all = InboxTab.values();
        go(state.with(all[Math.floorMod(state.tab().ordinal() + by, all.length)]));
    }
}
