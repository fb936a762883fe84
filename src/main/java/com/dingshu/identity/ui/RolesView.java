package com.dingshu.identity.ui;

import com.dingshu.identity.Role;
import com.dingshu.identity.RoleCopies;
import com.dingshu.identity.RoleCopyInfo;
import com.dingshu.identity.Roles;
import com.dingshu.identity.Users;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.uikit.Columns;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.ListAndPane;
import com.dingshu.uikit.Marks;
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
    private final ListAndPane layout = new ListAndPane(grid, this::close);
    private @Nullable String open;

    /** A role as a line of the list. */
    record Row(Role role, boolean own, long holders) {}

    RolesView(Roles presets, RoleCopies copies, Users users) {
        super("identity.users.title");
        this.presets = presets;
        this.copies = copies;
        this.users = users;
        add(new SettingsTabs(RolesView.class));
        prepareGrid();
        fill(layout);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Row> rows = rows();
        open = event.getRouteParameters().get("role").orElse(null);
        grid.setItems(rows);
        layout.setDetail(open == null ? null : detail(open, rows));
    }

    private void prepareGrid() {
        var columns = new Columns<>(grid, card());
        columns.text(getTranslation("identity.role"), "168px", this::name);
        columns.add(getTranslation("identity.roles.kind"), "72px", Marks.tag(row -> Marks.Tone.ACCENT, this::kind));
        columns.figure(getTranslation("identity.roles.holders"), "72px", row -> Long.toString(row.holders()));
        columns.text(getTranslation("identity.roles.about"), "240px", this::about)
                .setFlexGrow(1);
        grid.setPartNameGenerator(row -> row.role().id().equals(open) ? "current" : null);
        grid.addItemClickListener(click -> open(click.getItem().role().id()));
    }

    private LitRenderer<Row> card() {
        return LitRenderer.<Row>of("""
                        <div class="order-card">
                          <div><b class="cut grow">${item.name}</b>${item.kind ? html`<ds-tag tone="accent">${item.kind}</ds-tag>` : ''}
                            <span class="quiet">${item.holders}</span></div>
                          <div><span class="quiet cut grow">${item.about}</span></div>
                        </div>""")
                .withProperty("name", this::name)
                .withProperty("kind", this::kind)
                .withProperty("holders", row -> getTranslation("identity.roles.holders") + " " + row.holders())
                .withProperty("about", this::about);
    }

    private String name(Row row) {
        return row.role().name().in(getLocale());
    }

    private String about(Row row) {
        return row.role().about().in(getLocale());
    }

    private String kind(Row row) {
        return row.own() ? getTranslation("identity.roles.own") : "";
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
