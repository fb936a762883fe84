package com.dingshu.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.function.Consumer;

/** Tells a view, as long as it is shown, whether it stands on a narrow screen, at first and whenever that changes: a table becomes one column of cards. */
public final class Width {

    private static final int NARROW = 800;

    private Width() {}

    public static void watch(Component host, Consumer<Boolean> narrow) {
        host.addAttachListener(attach -> watch(host, attach.getUI(), narrow));
    }

    private static void watch(Component host, UI ui, Consumer<Boolean> narrow) {
        var listener = ui.getPage().addBrowserWindowResizeListener(resize -> narrow.accept(resize.getWidth() < NARROW));
        host.addDetachListener(detach -> {
            detach.unregisterListener();
            listener.remove();
        });
        ui.getPage().executeJs("return window.innerWidth").then(Integer.class, width -> narrow.accept(width < NARROW));
    }
}
