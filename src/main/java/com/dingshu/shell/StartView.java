package com.dingshu.shell;

import com.dingshu.identity.CurrentUser;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Page;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** The bare address: leads each person to the first entry of their menu, warehouse staff to the phone page. */
@Route("")
@PermitAll
class StartView extends Page implements BeforeEnterObserver {

    private final Menu menu;

    StartView(Menu menu) {
        super("shell.start.title");
        this.menu = menu;
        fill(new EmptyState(
                Icon.LOCK, getTranslation("shell.start.nothing"), getTranslation("shell.start.nothing.meaning")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (CurrentUser.get().scansOnly()) {
            event.forwardToUrl("/h5/");
        } else {
            menu.start().ifPresent(event::forwardTo);
        }
    }
}
