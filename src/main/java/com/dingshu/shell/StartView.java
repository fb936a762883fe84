package com.dingshu.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** The bare address: leads each person to the first entry of their menu, warehouse staff to the phone page. */
@Route(value = "", autoLayout = false)
@PermitAll
class StartView extends Div implements BeforeEnterObserver {

    private final Menu menu;

    StartView(Menu menu) {
        this.menu = menu;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        menu.start().ifPresentOrElse(event::forwardTo, () -> event.forwardToUrl("/h5/"));
    }
}
