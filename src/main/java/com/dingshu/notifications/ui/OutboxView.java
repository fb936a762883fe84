package com.dingshu.notifications.ui;

import com.dingshu.notifications.MessageLog;
import com.dingshu.notifications.MessageRow;
import com.dingshu.notifications.MessageState;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Keys;
import com.dingshu.uikit.KeysetPages;
import com.dingshu.uikit.ListAndPane;
import com.dingshu.uikit.Marks;
import com.dingshu.uikit.Page;
import com.dingshu.uikit.Pulse;
import com.dingshu.uikit.Toasts;
import com.dingshu.uikit.ViewTabs;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was written to customers and staff, the newest first: what waits, what went out, what did not get through. New
 * messages wait behind a bar; those shown are rewritten in their places. The address holds the state looked at and the
 * open message.
 */
@Route("outbox/:id?")
@Requires(Permission.MESSAGES_VIEW)
class OutboxView extends Page implements BeforeEnterObserver {

    private static final String ALL = "all";
    private static final List<MessageState> STATES =
            List.of(MessageState.FAILED, MessageState.WAITING, MessageState.SENT);

    private final transient MessageLog log;
    private final transient MessageWords words;
    private final transient Clock clock;
    private final ViewTabs tabs;
    private final NativeButton fresh = new NativeButton();
    private final Grid<MessageRow> grid = new Grid<>();
    private final ListAndPane layout = new ListAndPane(grid, this::leave);
    private final transient KeysetPages<MessageRow> rows = new KeysetPages<>(new Newest());
    private final boolean mayResend = may(Permission.MESSAGES_RESEND);

    private @Nullable MessageState state;
    private @Nullable UUID open;
    private transient Map<UUID, MessageRow> shown = new LinkedHashMap<>();

    OutboxView(MessageLog log, MessageWords words, Pulse pulse, Clock clock) {
        super("notifications.outbox.title");
        this.log = log;
        this.words = words;
        this.clock = clock;
        this.tabs = tabs();
        new MessageColumns(grid, words).fill();
        add(tabs);
        if (log.onScreenOnly()) {
            add(demonstration());
        }
        add(freshBar());
        prepareGrid();
        fill(layout);
        prepareKeys();
        pulse.watch(this, this::lookAgain);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        MessageState asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("state")
                .flatMap(OutboxView::state)
                .orElse(null);
        if (asked != state || shown.isEmpty()) {
            state = asked;
            list();
        }
        tabs.mark(state == null ? ALL : key(state));
        mark(event.getRouteParameters().get("id").flatMap(OutboxView::id).orElse(null));
        show();
    }

    private ViewTabs tabs() {
        var views = new ViewTabs(
                getTranslation("notifications.outbox.views"),
                key -> go(state(key).orElse(null), null));
        views.add(ALL, getTranslation("notifications.outbox.all"));
        STATES.forEach(each -> views.add(key(each), getTranslation("notifications.state." + each)));
        return views;
    }

    private Component demonstration() {
        var banner = new Div(Icon.INFO.create(), new Span(getTranslation("notifications.outbox.demo")));
        banner.addClassNames("banner", "plain");
        return banner;
    }

    private Component freshBar() {
        fresh.addClassName("new-bar");
        fresh.setVisible(false);
        fresh.getElement().setAttribute("aria-live", "polite");
        fresh.add(Icon.ARROW_UP.create(), new Span(getTranslation("notifications.outbox.fresh")));
        fresh.addClickListener(click -> list());
        return fresh;
    }

    private void prepareGrid() {
        grid.setPartNameGenerator(row -> row.id().equals(open) ? "current" : null);
        grid.addItemClickListener(click -> go(state, click.getItem().id()));
        grid.setEmptyStateComponent(new EmptyState(
                Icon.MESSAGE_SQUARE_TEXT,
                getTranslation("notifications.outbox.empty"),
                getTranslation("notifications.outbox.empty.why")));
        rows.feed(grid);
    }

    private void prepareKeys() {
        LinkedHashMap<String, String> keys = new LinkedHashMap<>();
        keys.put("j", getTranslation("notifications.key.next"));
        keys.put("k", getTranslation("notifications.key.previous"));
        keys.put("[", getTranslation("notifications.key.view-before"));
        keys.put("]", getTranslation("notifications.key.view-after"));
        keys.put("escape", getTranslation("notifications.close"));
        Keys.listen(this, keys, this::onKey);
    }

    private void onKey(String key) {
        switch (key) {
            case "j" -> move(1);
            case "k" -> move(-1);
            case "[" -> turn(-1);
            case "]" -> turn(1);
            case "escape" -> leave();
            default -> {}
        }
    }

    private void move(int by) {
        List<UUID> list = List.copyOf(shown.keySet());
        int next = (open == null || !list.contains(open) ? (by > 0 ? -1 : list.size()) : list.indexOf(open)) + by;
        if (next >= 0 && next < list.size()) {
            grid.scrollToIndex(next);
            go(state, list.get(next));
        }
    }

    private void turn(int by) {
        List<String> keys = tabs.keys();
        int now = keys.indexOf(state == null ? ALL : key(state));
        go(state(keys.get(Math.floorMod(now + by, keys.size()))).orElse(null), null);
    }

    private void list() {
        shown = new LinkedHashMap<>();
        fresh.setVisible(false);
        rows.restart();
        count();
    }

    private void count() {
        for (MessageState each : List.of(MessageState.FAILED, MessageState.WAITING)) {
            int count = log.count(each);
            tabs.count(
                    key(each),
                    count == 0 ? "" : words.formats().count(count, MessageLog.MOST_COUNTED),
                    each == MessageState.FAILED ? Marks.Tone.RED : Marks.Tone.NONE);
        }
        header().live(getTranslation("notifications.live"), clock.instant());
    }

    private void lookAgain() {
        List<UUID> changed = new ArrayList<>();
        for (MessageRow now : log.byIds(List.copyOf(shown.keySet()))) {
            if (!now.equals(shown.get(now.id()))) {
                changed.add(now.id());
            }
        }
        rows.changed(changed);
        if (open != null && changed.contains(open)) {
            show();
        }
        count();
        fresh.setVisible(log.newest(state, null, 1).stream().anyMatch(row -> !shown.containsKey(row.id())));
    }

    /** The open message's row is tinted. */
    private void mark(@Nullable UUID id) {
        List<UUID> both = Stream.of(open, id).filter(Objects::nonNull).toList();
        open = id;
        rows.changed(both);
    }

    private void show() {
        if (open == null) {
            layout.setDetail(null);
            return;
        }
        UUID id = open;
        layout.setDetail(log.byIds(List.of(id)).stream()
                .findFirst()
                .<Component>map(message -> new MessagePane(
                        message, words, may(Permission.ORDERS_VIEW), mayResend ? () -> resend(id) : null, this::leave))
                .orElseGet(() -> new EmptyState(
                        Icon.SEARCH,
                        getTranslation("notifications.gone"),
                        getTranslation("notifications.gone.why"),
                        Buttons.plain(getTranslation("notifications.close"), this::leave))));
    }

    private void resend(UUID id) {
        if (log.resend(id)) {
            Toasts.done(getTranslation("notifications.resent"));
        } else {
            Toasts.note(getTranslation("notifications.not-resent"), null, null);
        }
        lookAgain();
    }

    private void leave() {
        go(state, null);
    }

    private void go(@Nullable MessageState wanted, @Nullable UUID id) {
        QueryParameters query =
                wanted == null ? QueryParameters.empty() : QueryParameters.simple(Map.of("state", key(wanted)));
        RouteParameters which =
                id == null ? RouteParameters.empty() : new RouteParameters(new RouteParam("id", id.toString()));
        getUI().ifPresent(ui -> ui.navigate(OutboxView.class, which, query));
    }

    private static Optional<MessageState> state(String key) {
        return STATES.stream().filter(each -> key(each).equals(key)).findFirst();
    }

    private static String key(MessageState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    private static boolean may(Permission permission) {
        return Acting.current().actor().may(permission);
    }

    private final class Newest implements KeysetPages.Source<MessageRow> {

        @Override
        public UUID id(MessageRow row) {
            return row.id();
        }

        @Override
        public List<MessageRow> after(@Nullable MessageRow last, int limit) {
            List<MessageRow> next = log.newest(state, last == null ? null : last.id(), limit);
            next.forEach(row -> shown.put(row.id(), row));
            return next;
        }

        @Override
        public List<MessageRow> byIds(List<UUID> ids) {
            List<MessageRow> found = log.byIds(ids);
            found.forEach(row -> shown.replace(row.id(), row));
            return found;
        }
    }
}
