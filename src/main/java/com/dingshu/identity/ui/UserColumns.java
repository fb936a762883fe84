package com.dingshu.identity.ui;

import com.dingshu.identity.Role;
import com.dingshu.identity.UserInfo;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Marks;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The columns of the list of people, and the one card that stands for them on a phone. */
final class UserColumns {

    private final Grid<UserInfo> grid;
    private final Formats formats;
    private final Supplier<List<Role>> roles;
    private final List<Grid.Column<UserInfo>> wide = new ArrayList<>();
    private final Grid.Column<UserInfo> card;

    UserColumns(Grid<UserInfo> grid, Formats formats, Supplier<List<Role>> roles) {
        this.grid = grid;
        this.formats = formats;
        this.roles = roles;
        column("identity.name", "132px", text(UserInfo::name)).setFrozen(true);
        column("identity.login", "120px", text(UserInfo::login));
        column("identity.roles", "200px", text(this::roles)).setFlexGrow(1);
        column("identity.status", "80px", Marks.tag(user -> Marks.Tone.GREY, this::suspended));
        column("identity.last-sign-in", "112px", text(this::lastSeen));
        column("identity.device", "200px", text(this::device));
        card = grid.addColumn(card()).setFlexGrow(1);
        card.setVisible(false);
    }

    void narrow(boolean narrow) {
        wide.forEach(column -> column.setVisible(!narrow));
        card.setVisible(narrow);
        grid.setClassName("cards", narrow);
    }

    private Grid.Column<UserInfo> column(String key, String width, Renderer<UserInfo> renderer) {
        Grid.Column<UserInfo> column = grid.addColumn(renderer)
                .setHeader(grid.getTranslation(key))
                .setWidth(width)
                .setFlexGrow(0);
        wide.add(column);
        return column;
    }

    private Renderer<UserInfo> card() {
        return LitRenderer.<UserInfo>of("""
                        <div class="order-card">
                          <div><b class="cut">${item.name}</b><span class="quiet">${item.login}</span><span class="grow"></span>
                            ${item.suspended ? html`<ds-tag tone="grey">${item.suspended}</ds-tag>` : ''}</div>
                          <div><span class="cut grow">${item.roles}</span><span class="faint">${item.seen}</span></div>
                        </div>""")
                .withProperty("name", UserInfo::name)
                .withProperty("login", UserInfo::login)
                .withProperty("roles", this::roles)
                .withProperty("suspended", this::suspended)
                .withProperty("seen", this::lastSeen);
    }

    private static Renderer<UserInfo> text(ValueProvider<UserInfo, String> value) {
        return LitRenderer.<UserInfo>of("<span class=\"cut\" title=${item.text}>${item.text}</span>")
                .withProperty("text", value);
    }

    private String roles(UserInfo user) {
        return RoleNames.joined(user.roles(), roles.get(), UI.getCurrent().getLocale());
    }

    private String suspended(UserInfo user) {
        return user.active() ? "" : grid.getTranslation("identity.status.SUSPENDED");
    }

    private String lastSeen(UserInfo user) {
        return user.lastSignInAt() == null ? grid.getTranslation("identity.never") : formats.time(user.lastSignInAt());
    }

    private String device(UserInfo user) {
        return user.lastDevice() == null ? "" : user.lastDevice();
    }
}
