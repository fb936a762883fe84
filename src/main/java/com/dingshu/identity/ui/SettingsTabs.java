package com.dingshu.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.RouterLink;

/** People and their roles lie side by side. */
final class SettingsTabs extends Tabs {

    SettingsTabs(Class<? extends Component> current) {
        addClassName("views");
        getElement().setAttribute("aria-label", getTranslation("identity.users.title"));
        add(tab("identity.users.tab", UsersView.class), tab("identity.roles.tab", RolesView.class));
        setSelectedIndex(current == UsersView.class ? 0 : 1);
    }

    private Tab tab(String key, Class<? extends Component> view) {
        return new Tab(new RouterLink(getTranslation(key), view));
    }
}
