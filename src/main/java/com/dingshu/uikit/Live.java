package com.dingshu.uikit;

import com.dingshu.tenancy.Acting;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;

/**
 * Changes a page from another thread: with the page's lock, bound to the person who opened it. A page that has been
 * closed meanwhile is left alone.
 */
public final class Live {

    private final UI ui;
    private final Acting person;

    private Live(UI ui, Acting person) {
        this.ui = ui;
        this.person = person;
    }

    /** Made while the component is attached, in the request of its person. */
    public static Live of(Component component) {
        return new Live(component.getUI().orElseThrow(), Acting.current());
    }

    public void run(Runnable change) {
        try {
            // bound twice: whichever thread ends up with the page's lock also draws the changed rows
            person.run(() -> ui.access(() -> person.run(change)));
        } catch (UIDetachedException closed) {
            // nobody looks any more
        }
    }
}
