package com.dingshu.notifications.ui;

import com.dingshu.notifications.AlertKind;
import com.dingshu.notifications.AlertRecipientInfo;
import com.dingshu.notifications.StaffAlerts;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Keys;
import com.dingshu.uikit.Page;
import com.dingshu.uikit.Width;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
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
    private final MasterDetailLayout layout = new MasterDetailLayout();

    AlertsView(StaffAlerts alerts) {
        super("alerts.title");
        this.alerts = alerts;
        header().actions(Keys.shown(
                Buttons.with(Icon.PLUS, Buttons.plain(getTranslation("alerts.add"), () -> open(NEW))), "n"));
        Grid.Column<AlertRecipientInfo> language = prepareGrid();
        layout.setMaster(master());
        layout.setMasterSize("420px", true);
        layout.setDetailSize("500px");
        layout.addDetailEscapePressListener(escape -> open(null));
        layout.addBackdropClickListener(click -> open(null));
        fill(layout);
        Width.watch(this, narrow -> language.setVisible(!narrow));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<AlertRecipientInfo> everybody = alerts.recipients();
        grid.setItems(everybody);
        String asked = event.getRouteParameters().get("person").orElse(null);
        layout.setDetail(asked == null ? null : detail(asked, everybody));
    }

    private Grid.Column<AlertRecipientInfo> prepareGrid() {
        grid.addThemeNames("no-border");
        grid.addClassName("flat");
        grid.setSizeFull();
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        column("alerts.name", "112px", text(AlertRecipientInfo::name));
        column("alerts.phone", "120px", text(AlertRecipientInfo::phone));
        var language = column(
                "alerts.language", "72px", text(person -> getTranslation("alerts.language." + person.language())));
        column("alerts.kinds", "180px", text(this::kinds)).setFlexGrow(1);
        grid.addItemClickListener(click -> open(click.getItem().id().toString()));
        grid.setEmptyStateComponent(
                new EmptyState(Icon.BELL, getTranslation("alerts.empty"), getTranslation("alerts.empty.why")));
        return language;
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

    private Grid.Column<AlertRecipientInfo> column(String key, String width, Renderer<AlertRecipientInfo> renderer) {
        return grid.addColumn(renderer)
                .setHeader(getTranslation(key))
                .setWidth(width)
                .setFlexGrow(0);
    }

    private static Renderer<AlertRecipientInfo> text(ValueProvider<AlertRecipientInfo, String> value) {
        return LitRenderer.<AlertRecipientInfo>of("<span class=\"cut\" title=${item.text}>${item.text}</span>")
                .withProperty("text", value);
    }

    private Component master() {
        var master = new Div(grid);
        master.addClassName("page-fill");
        master.setSizeFull();
        return master;
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
