package com.dingshu.notifications.ui;

import com.dingshu.notifications.AlertKind;
import com.dingshu.notifications.AlertRecipientInfo;
import com.dingshu.notifications.StaffAlerts;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Columns;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Keys;
import com.dingshu.uikit.ListAndPane;
import com.dingshu.uikit.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who of the merchant's people is told of what by SMS. */
@Route("settings/alerts/:person?")
@Requires(Permission.SETTINGS_MANAGE)
class AlertsView extends Page implements BeforeEnterObserver {

    private static final String NEW = "new";

    private final transient StaffAlerts alerts;
    private final Grid<AlertRecipientInfo> grid = new Grid<>();
    private final ListAndPane layout = new ListAndPane(grid, () -> open(null));
    private @Nullable String open;

    AlertsView(StaffAlerts alerts) {
        super("alerts.title");
        this.alerts = alerts;
        header().actions(Keys.shown(
                Buttons.with(Icon.PLUS, Buttons.plain(getTranslation("alerts.add"), () -> open(NEW))), "n"));
        prepareGrid();
        fill(layout);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<AlertRecipientInfo> everybody = alerts.recipients();
        open = event.getRouteParameters().get("person").orElse(null);
        grid.setItems(everybody);
        layout.setDetail(open == null ? null : detail(open, everybody));
    }

    private void prepareGrid() {
        var columns = new Columns<>(grid, card());
        columns.text(getTranslation("alerts.name"), "112px", AlertRecipientInfo::name);
        columns.text(getTranslation("alerts.phone"), "120px", AlertRecipientInfo::phone);
        columns.text(getTranslation("alerts.language"), "72px", this::language);
        columns.text(getTranslation("alerts.kinds"), "180px", this::kinds).setFlexGrow(1);
        grid.setPartNameGenerator(person -> person.id().toString().equals(open) ? "current" : null);
        grid.addItemClickListener(click -> open(click.getItem().id().toString()));
        grid.setEmptyStateComponent(
                new EmptyState(Icon.BELL, getTranslation("alerts.empty"), getTranslation("alerts.empty.why")));
    }

    private LitRenderer<AlertRecipientInfo> card() {
        return LitRenderer.<AlertRecipientInfo>of("""
                        <div class="order-card">
                          <div><b class="cut">${item.name}</b><span class="quiet grow">${item.phone}</span><span class="faint">${item.language}</span></div>
                          <div><span class="cut grow">${item.kinds}</span></div>
                        </div>""")
                .withProperty("name", AlertRecipientInfo::name)
                .withProperty("phone", AlertRecipientInfo::phone)
                .withProperty("language", this::language)
                .withProperty("kinds", this::kinds);
    }

    private String language(AlertRecipientInfo person) {
        return getTranslation("alerts.language." + person.language());
    }

    private String kinds(AlertRecipientInfo person) {
        return person.kinds().stream()
                .sorted()
                .map(this::kind)
                .collect(Collectors.joining(getTranslation("alerts.kinds.and")));
    }

    private String kind(AlertKind kind) {
        return getTranslation("alerts.kind." + kind);
    }

    private Component detail(String asked, List<AlertRecipientInfo> everybody) {
        if (asked.equals(NEW)) {
            return new RecipientPane(null, alerts, this::open);
        }
        return everybody.stream()
                .filter(person -> person.id().toString().equals(asked))
                .findFirst()
                .<Component>map(person -> new RecipientPane(person, alerts, this::open))
                .orElseGet(() -> new EmptyState(
                        Icon.SEARCH,
                        getTranslation("alerts.gone"),
                        getTranslation("alerts.gone.why"),
                        Buttons.plain(getTranslation("alerts.close"), () -> open(null))));
    }

    private void open(@Nullable String person) {
        RouteParameters which =
                person == null ? RouteParameters.empty() : new RouteParameters(new RouteParam("person", person));
        getUI().ifPresent(ui -> ui.navigate(AlertsView.class, which));
    }
}
