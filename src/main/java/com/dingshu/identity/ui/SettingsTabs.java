package com.dingshu.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.RouterLink;

/** People and their roles lie side by side: two pages, hence links that look like tabs. */
final class SettingsTabs extends Nav {

    SettingsTabs(Class<? extends Component> current) {
        addClassName("page-tabs");
        getElement().setAttribute("aria-label", getTranslation("identity.users.title"));
        add(link("identity.users.tab", UsersView.class, current), link("identity.roles.tab", RolesView.class, current));
    }

    private RouterLink link(String key, Class<? extends Component> view, Class<? extends Component> current) {
        var link = new RouterLink(getTranslation(key), view);
        if (view == current) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }
}
