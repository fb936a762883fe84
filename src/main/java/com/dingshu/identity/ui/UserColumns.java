package com.dingshu.identity.ui;

import com.dingshu.identity.Role;
import com.dingshu.identity.UserInfo;
import com.dingshu.uikit.Columns;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Marks;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import java.util.List;
import java.util.function.Supplier;

/** The columns of the list of people, and the one card that stands for them on a phone. */
final class UserColumns {

    private final Grid<UserInfo> grid;
    private final Formats formats;
    private final Supplier<List<Role>> roles;

    UserColumns(Grid<UserInfo> grid, Formats formats, Supplier<List<Role>> roles) {
        this.grid = grid;
        this.formats = formats;
        this.roles = roles;
    }

    void fill() {
        var columns = new Columns<>(grid, card());
        columns.text(grid.getTranslation("identity.name"), "132px", UserInfo::name)
                .setFrozen(true);
        columns.text(grid.getTranslation("identity.login"), "120px", UserInfo::login);
        columns.text(grid.getTranslation("identity.roles"), "200px", this::roles)
                .setFlexGrow(1);
        columns.add(
                grid.getTranslation("identity.status"), "80px", Marks.tag(user -> Marks.Tone.GREY, this::suspended));
        columns.text(grid.getTranslation("identity.last-sign-in"), "112px", this::lastSeen);
        columns.text(grid.getTranslation("identity.device"), "200px", this::device);
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
