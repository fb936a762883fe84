package com.dingshu.audit.ui;

import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.OperationLog.Entry;
import com.dingshu.tenancy.OperationLog.Filter;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.uikit.Buttons;
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
import org.jspecify.annotations.Nullable;

/**
 * What people and jobs did beside changing rows: sign-ins, contact data shown, exports, prints, interventions by hand.
 * Newest first; the address holds whether interventions alone or one person's acts are shown.
 */
@Route("settings/log")
@Requires(Permission.OPERATION_LOG_VIEW)
class LogView extends Page implements BeforeEnterObserver {

    private static final String MANUAL = "manual";
    private static final String WHO = "who";

    private final transient OperationLog log;
    private final transient KeysetPages<Entry> rows;
    private final Segment<Boolean> segment;
    private final Button person;
    private final transient LogColumns columns;
    private transient Filter filter = Filter.ALL;

    LogView(OperationLog log, Formats formats) {
        super("audit.log.title");
        this.log = log;
        this.rows = new KeysetPages<>(new Newest());
        this.segment = segment();
        this.person = Buttons.with(Icon.X, Buttons.chip("", () -> go(new Filter(filter.manualOnly(), null))));
        var grid = new Grid<Entry>();
        this.columns = new LogColumns(grid, formats);
        header().actions(Buttons.icon(Icon.REFRESH_CW, getTranslation("audit.log.again"), rows::restart));
        tools(segment, person);
        prepare(grid);
        fill(grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        Optional<UUID> who = query.getSingleParameter(WHO).flatMap(LogView::id);
        filter = new Filter(query.getSingleParameter(MANUAL).isPresent(), who.orElse(null));
        segment.mark(filter.manualOnly());
        rows.restart();
        person.setVisible(who.isPresent());
        Buttons.narrowed(person, who.isPresent());
        who.ifPresent(id -> person.setText(getTranslation("audit.log.only", name(id))));
    }

    private void prepare(Grid<Entry> grid) {
        grid.addItemClickListener(click -> {
            UUID actor = click.getItem().actorId();
            if (actor != null && click.getColumn() != null && columns.isWho(click.getColumn())) {
                go(new Filter(filter.manualOnly(), actor));
            }
        });
        grid.setEmptyStateComponent(
                new EmptyState(Icon.HISTORY, getTranslation("audit.log.empty"), getTranslation("audit.log.empty.why")));
        rows.feed(grid);
    }

    private Segment<Boolean> segment() {
        var choices = new LinkedHashMap<Boolean, String>();
        choices.put(false, getTranslation("audit.log.all"));
        choices.put(true, getTranslation("audit.log.manual"));
        return new Segment<>(
                getTranslation("audit.log.show"), choices, false, manual -> go(new Filter(manual, filter.actorId())));
    }

    private void go(Filter wanted) {
        Map<String, String> query = new LinkedHashMap<>();
        if (wanted.manualOnly()) {
            query.put(MANUAL, "");
        }
        if (wanted.actorId() != null) {
            query.put(WHO, wanted.actorId().toString());
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
