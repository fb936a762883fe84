package com.dingshu.audit.ui;

import com.dingshu.tenancy.FollowUp;
import com.dingshu.tenancy.FollowUps;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.OperationLog.Entry;
import com.dingshu.tenancy.OperationLog.Filter;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Choice;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.KeysetPages;
import com.dingshu.uikit.Page;
import com.dingshu.uikit.Segment;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people and jobs did beside changing rows: sign-ins, contact data shown, exports, prints, interventions by hand.
 * Newest first; the address holds whether interventions alone, those that wait for a follow-up, one cause or one person's
 * acts are shown.
 */
@Route("settings/log")
@Requires(Permission.OPERATION_LOG_VIEW)
class LogView extends Page implements BeforeEnterObserver {

    private static final String MANUAL = "manual";
    private static final String WHO = "who";
    private static final String CAUSE = "cause";

    /** What the segment offers, and how the address says it. */
    private enum Shown {
        ALL("", null),
        MANUAL(LogView.MANUAL, null),
        OPEN("open", FollowUp.State.OPEN),
        MISSED("missed", FollowUp.State.MISSED);

        private final String word;
        private final FollowUp.@Nullable State followUp;

        Shown(String word, FollowUp.@Nullable State followUp) {
            this.word = word;
            this.followUp = followUp;
        }

        static Shown of(QueryParameters query) {
            return Stream.of(MANUAL, OPEN, MISSED)
                    .filter(shown -> query.getSingleParameter(shown.word).isPresent())
                    .findFirst()
                    .orElse(ALL);
        }
    }

    private final transient OperationLog log;
    private final transient KeysetPages<Entry> rows;
    private final Segment<Shown> segment;
    private final Choice<String> cause;
    private final Button person;
    private final transient LogColumns columns;
    private final transient FollowUps followUps;
    private final transient Formats formats;
    private transient Filter filter = Filter.ALL;
    private Shown shown = Shown.ALL;

    LogView(OperationLog log, FollowUps followUps, Formats formats) {
        super("audit.log.title");
        this.log = log;
        this.followUps = followUps;
        this.formats = formats;
        this.rows = new KeysetPages<>(new Newest());
        this.segment = segment();
        this.person = Buttons.with(Icon.X, Buttons.chip("", () -> go(shown, null, filter.cause())));
        this.cause = causes();
        var grid = new Grid<Entry>();
        this.columns = new LogColumns(grid, formats, this::follow);
        header().actions(Buttons.icon(Icon.REFRESH_CW, getTranslation("audit.log.again"), rows::restart));
        tools(segment, cause, person);
        prepare(grid);
        fill(grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        Optional<UUID> who = query.getSingleParameter(WHO).flatMap(LogView::id);
        shown = Shown.of(query);
        @Nullable String why = query.getSingleParameter(CAUSE).orElse(null);
        filter = new Filter(shown == Shown.MANUAL, who.orElse(null), why, shown.followUp);
        segment.mark(shown);
        cause.mark(why);
        rows.restart();
        person.setVisible(who.isPresent());
        Buttons.narrowed(person, who.isPresent());
        who.ifPresent(id -> person.setText(getTranslation("audit.log.only", name(id))));
    }

    private void prepare(Grid<Entry> grid) {
        grid.addItemClickListener(click -> {
            UUID actor = click.getItem().actorId();
            if (actor != null && click.getColumn() != null && columns.isWho(click.getColumn())) {
                go(shown, actor, filter.cause());
            }
        });
        grid.setEmptyStateComponent(
                new EmptyState(Icon.HISTORY, getTranslation("audit.log.empty"), getTranslation("audit.log.empty.why")));
        rows.feed(grid);
    }

    private Segment<Shown> segment() {
        var choices = new LinkedHashMap<Shown, String>();
        int missed = log.missed();
        choices.put(Shown.ALL, getTranslation("audit.log.all"));
        choices.put(Shown.MANUAL, getTranslation("audit.log.manual"));
        choices.put(Shown.OPEN, getTranslation("audit.log.open"));
        choices.put(Shown.MISSED, getTranslation("audit.log.missed", missed));
        return new Segment<>(
                getTranslation("audit.log.show"),
                choices,
                Shown.ALL,
                wanted -> go(wanted, filter.actorId(), wanted == Shown.ALL ? null : filter.cause()));
    }

    /** Why things were done by hand, each with how often and how many of them nobody followed up. */
    private Choice<String> causes() {
        var values = new LinkedHashMap<String, String>();
        log.causes()
                .forEach(found -> values.put(
                        found.cause(),
                        getTranslation(
                                found.missed() == 0 ? "audit.log.cause.times" : "audit.log.cause.missed",
                                found.cause().isEmpty() ? getTranslation("audit.log.no-cause") : found.cause(),
                                found.times(),
                                found.missed())));
        return new Choice<>(
                getTranslation("audit.log.cause"),
                getTranslation("audit.log.cause.all"),
                values,
                wanted -> go(wanted != null && shown == Shown.ALL ? Shown.MANUAL : shown, filter.actorId(), wanted));
    }

    private void follow(Entry entry) {
        new FollowUpDialog(followUps, entry, columns.what(entry), formats, this::changed).open();
    }

    /** Counts stand in the filters, hence the page as a whole. */
    private void changed() {
        getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
    }

    private void go(Shown wanted, @Nullable UUID actor, @Nullable String why) {
        Map<String, String> query = new LinkedHashMap<>();
        if (wanted != Shown.ALL) {
            query.put(wanted.word, "");
        }
        if (actor != null) {
            query.put(WHO, actor.toString());
        }
        if (why != null) {
            query.put(CAUSE, why);
        }
        getUI().ifPresent(ui -> ui.navigate(LogView.class, QueryParameters.simple(query)));
    }

    private String name(UUID actor) {
        return log.newest(new Filter(false, actor), null, 1).stream()
                .map(Entry::actorName)
                .findFirst()
                .orElse("–");
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private final class Newest implements KeysetPages.Source<Entry> {

        @Override
        public UUID id(Entry row) {
            return row.id();
        }

        @Override
        public List<Entry> after(@Nullable Entry last, int limit) {
            return log.newest(filter, last == null ? null : last.id(), limit);
        }

        @Override
        public List<Entry> byIds(List<UUID> ids) {
            return log.byIds(ids);
        }
    }
}
