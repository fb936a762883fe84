package com.dingshu.identity.ui;

import com.dingshu.identity.Role;
import com.dingshu.identity.RoleCopies;
import com.dingshu.identity.RoleCopyInfo;
import com.dingshu.identity.Roles;
import com.dingshu.identity.Users;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Marks;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which role may do what: the preset ones to read and copy, the merchant's own to change. */
@Route("settings/roles/:role?")
@Requires(Permission.USERS_MANAGE)
class RolesView extends Page implements BeforeEnterObserver {

    private final transient Roles presets;
    private final transient RoleCopies copies;
    private final transient Users users;
    private final Grid<Row> grid = new Grid<>();
    private final MasterDetailLayout layout = new MasterDetailLayout();
    private Grid.Column<Row> aboutColumn;

    /** A role as a line of the list. */
    record Row(Role role, boolean own, long holders) {}

    RolesView(Roles presets, RoleCopies copies, Users users) {
        super("identity.users.title");
        this.presets = presets;
        this.copies = copies;
        this.users = users;
        add(new SettingsTabs(RolesView.class));
        aboutColumn = prepareGrid();
        layout.setMaster(master());
        layout.setMasterSize("min(420px, 100vw)", true);
        layout.setDetailSize("500px");
        layout.addDetailEscapePressListener(escape -> close());
        layout.addBackdropClickListener(click -> close());
        fill(layout);
        Width.watch(this, narrow -> aboutColumn.setVisible(!narrow));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Row> rows = rows();
        grid.setItems(rows);
        String asked = event.getRouteParameters().get("role").orElse(null);
        layout.setDetail(asked == null ? null : detail(asked, rows));
    }

    private Grid.Column<Row> prepareGrid() {
        grid.addThemeNames("no-border");
        grid.addClassName("flat");
        grid.setSizeFull();
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        column("identity.role", "168px", text(row -> row.role().name().in(getLocale())));
        column("identity.roles.kind", "72px", Marks.tag(row -> Marks.Tone.ACCENT, this::kind));
        column("identity.roles.holders", "72px", Marks.figure(row -> Long.toString(row.holders())));
        var about = column("identity.roles.about", "240px", text(row -> row.role()
                        .about()
                        .in(getLocale())))
                .setFlexGrow(1);
        grid.addItemClickListener(click -> open(click.getItem().role().id()));
        return about;
    }

    private Grid.Column<Row> column(String key, String width, Renderer<Row> renderer) {
        return grid.addColumn(renderer)
                .setHeader(getTranslation(key))
                .setWidth(width)
                .setFlexGrow(0);
    }

    private static Renderer<Row> text(ValueProvider<Row, String> value) {
        return LitRenderer.<Row>of("<span class=\"cut\" title=${item.text}>${item.text}</span>")
                .withProperty("text", value);
    }

    private String kind(Row row) {
        return row.own() ? getTranslation("identity.roles.own") : "";
    }

    private Component master() {
        var master = new Div(grid);
        master.addClassName("page-fill");
        master.setSizeFull();
        return master;
    }

    private List<Row> rows() {
        var everybody = users.list();
        return Stream.concat(
                        presets.all().stream()
                                .map(role -> new Row(
                                        role,
                                        false,
                                        everybody.stream()
                                                .filter(user -> user.roles().contains(role.id()))
                                                .count())),
                        copies.list().stream().map(RolesView::row))
                .toList();
    }

    private static Row row(RoleCopyInfo copy) {
        return new Row(copy.role(), true, copy.holders());
    }

    private Component detail(String roleId, List<Row> rows) {
        return rows.stream()
                .filter(row -> row.role().id().equals(roleId))
                .findFirst()
                .<Component>map(row -> new RolePane(row, copies, this::close, this::open))
                .orElseGet(() -> new EmptyState(
                        Icon.SEARCH, getTranslation("identity.roles.gone"), getTranslation("identity.roles.gone.why")));
    }

    private void close() {
        open(null);
    }

    private void open(@Nullable String roleId) {
        RouteParameters which =
                roleId == null ? RouteParameters.empty() : new RouteParameters(new RouteParam("role", roleId));
        getUI().ifPresent(ui -> ui.navigate(RolesView.class, which));
    }
}
