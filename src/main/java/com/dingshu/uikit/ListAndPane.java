package com.dingshu.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;

/**
 * A list and one of its things beside it, set with {@link #setDetail}. Where there is no room for both, the thing lies over
 * the list; Escape, or a click beside it, leaves it.
 */
public final class ListAndPane extends MasterDetailLayout {

    /** As wide as the list has to stay, but never wider than a phone. */
    private static final String LIST = "min(420px, 100vw)";

    private static final String PANE = "500px";
    private static final String WIDE_PANE = "560px";

    public ListAndPane(Component list, Runnable leave) {
        var master = new Div(list);
        master.addClassName("page-fill");
        master.setSizeFull();
        setMaster(master);
        setMasterSize(LIST, true);
        setDetailSize(PANE);
        addDetailEscapePressListener(escape -> leave.run());
        addBackdropClickListener(click -> leave.run());
    }

    /** For what shows a table of its own. */
    public ListAndPane wide() {
        setDetailSize(WIDE_PANE);
        return this;
    }
}
