package com.dingshu.identity.ui;

import com.dingshu.identity.Role;
import com.dingshu.identity.UserInfo;
import com.dingshu.identity.Users;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Keys;
import com.dingshu.uikit.ListAndPane;
import com.dingshu.uikit.Page;
import com.dingshu.uikit.SearchField;
import com.dingshu.uikit.Segment;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The merchant's people: who may sign in, with which roles. The address holds what is shown and who is open. */
@Route("settings/users/:login?")
@Requires(Permission.USERS_MANAGE)
class UsersView extends Page implements BeforeEnterObserver {

    private static final String NEW = "new";

    private enum Shown {
        ACTIVE,
        SUSPENDED,
        ALL
    }

    private final transient Users users;
    private final transient RoleNames roleNames;
    private final transient Formats formats;

    private final Grid<UserInfo> grid = new Grid<>();
    private final ListAndPane layout = new ListAndPane(grid, this::close);
    private final SearchField search =
            new SearchField(getTranslation("identity.users.search"), text -> open(null, false));
    private final Segment<Shown> segment;

    private transient List<Role> roles = List.of();
    private transient List<UserInfo> everybody = List.of();
    private Shown shown = Shown.ACTIVE;
    private @Nullable String open;

    UsersView(Users users, RoleNames roleNames, Formats formats) {
        super("identity.users.title");
        this.users = users;
        this.roleNames = roleNames;
        this.formats = formats;
        new UserColumns(grid, formats, () -> roles).fill();
        this.segment = segment();
        header().actions(Keys.shown(
                Buttons.with(Icon.PLUS, Buttons.plain(getTranslation("identity.users.add"), () -> open(null, true))),
                "n"));
        add(new SettingsTabs(UsersView.class));
        tools(search, segment);
        prepareGrid();
        fill(layout);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        shown = query.getSingleParameter("show").flatMap(UsersView::shown).orElse(Shown.ACTIVE);
        segment.mark(shown);
        search.setValue(query.getSingleParameter("q").orElse(""));
        open = event.getRouteParameters().get("login").orElse(null);
        list();
        show(open, query.getSingleParameter(NEW).isPresent());
    }

    private static Optional<Shown> shown(String text) {
        return List.of(Shown.values()).stream()
                .filter(value -> value.name().equalsIgnoreCase(text))
                .findFirst();
    }

    private Segment<Shown> segment() {
        var choices = new LinkedHashMap<Shown, String>();
        for (Shown value : Shown.values()) {
            choices.put(value, getTranslation("identity.users.show." + value));
        }
        return new Segment<>(getTranslation("identity.users.show"), choices, shown, value -> {
            shown = value;
            open(null, false);
        });
    }

    private void prepareGrid() {
        grid.setPartNameGenerator(user -> user.login().equals(open) ? "current" : null);
        grid.addItemClickListener(click -> open(click.getItem().login(), false));
        grid.setEmptyStateComponent(new EmptyState(
                Icon.USERS, getTranslation("identity.users.empty"), getTranslation("identity.users.empty.why")));
    }

    private void list() {
        roles = roleNames.all();
        everybody = users.list();
        grid.setItems(everybody.stream().filter(wanted()).toList());
    }

    private Predicate<UserInfo> wanted() {
        String text = search.getValue().strip().toLowerCase(Locale.ROOT);
        return user -> (shown == Shown.ALL || user.active() == (shown == Shown.ACTIVE))
                && (text.isEmpty()
                        || user.name().toLowerCase(Locale.ROOT).contains(text)
                        || user.login().contains(text)
                        || RoleNames.joined(user.roles(), roles, getLocale())
                                .toLowerCase(Locale.ROOT)
                                .contains(text));
    }

    private void show(@Nullable String login, boolean fresh) {
        if (fresh) {
            layout.setDetail(new NewUserPane(users, roles, this::close, user -> open(user.login(), false)));
        } else {
            layout.setDetail(login == null ? null : detail(login));
        }
    }

    private Component detail(String login) {
        return everybody.stream()
                .filter(user -> user.login().equals(login))
                .findFirst()
                .<Component>map(user ->
                        new UserPane(user, roles, users, formats, this::close, saved -> open(saved.login(), false)))
                .orElseGet(() -> new EmptyState(
                        Icon.SEARCH,
                        getTranslation("identity.users.gone"),
                        getTranslation("identity.users.gone.why"),
                        Buttons.plain(getTranslation("identity.close"), this::close)));
    }

    private void close() {
        open(null, false);
    }

    private void open(@Nullable String login, boolean fresh) {
        Map<String, String> query = new LinkedHashMap<>();
        if (shown != Shown.ACTIVE) {
            query.put("show", shown.name().toLowerCase(Locale.ROOT));
        }
        if (!search.getValue().isBlank()) {
            query.put("q", search.getValue().strip());
        }
        if (fresh) {
            query.put(NEW, "");
        }
        RouteParameters who =
                login == null ? RouteParameters.empty() : new RouteParameters(new RouteParam("login", login));
        getUI().ifPresent(ui -> ui.navigate(UsersView.class, who, QueryParameters.simple(query)));
    }
}
