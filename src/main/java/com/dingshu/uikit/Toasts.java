package com.dingshu.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;
import org.jspecify.annotations.Nullable;

/**
 * Messages at the bottom centre: what was done and whether it can be undone. Gone after six seconds; failures stay until
 * they are put away. Never for validation, nor for what the row already shows.
 */
public final class Toasts {

    private static final int SIX_SECONDS = 6000;

    private Toasts() {}

    public static void done(String text) {
        show("toast", Icon.CIRCLE_CHECK, text, null, null, SIX_SECONDS);
    }

    /** With a way back, also on the key U. */
    public static void done(String text, String undoText, Runnable undo) {
        show("toast", Icon.CIRCLE_CHECK, text, null, Keys.shown(Buttons.flat(undoText, undo), "u"), SIX_SECONDS);
    }

    /** Something that happened beside what one did; with a way to see it. */
    public static void note(String text, @Nullable String detail, @Nullable Button way) {
        show("toast note", Icon.INFO, text, detail, way, SIX_SECONDS);
    }

    /** Stays. Says what failed and what holds still; the reference number is added. */
    public static void failed(String text) {
        UI ui = UI.getCurrent();
        String number = ui.getTranslation("uikit.reference", Reference.current());
        show("toast bad", Icon.CIRCLE_X, text, number, null, 0);
    }

    private static void show(
            String className, Icon icon, String text, @Nullable String detail, @Nullable Component way, int millis) {
        var toast = new Notification();
        toast.setPosition(Position.BOTTOM_CENTER);
        toast.setDuration(millis);
        if (millis == 0) {
            toast.addThemeVariants(NotificationVariant.LUMO_ERROR);
            toast.setAssertive(true);
        }
        var words = new Div(new Span(text));
        if (detail != null) {
            words.add(small(detail));
        }
        var content = new Div(icon.create(), words);
        content.addClassNames(className.split(" "));
        if (way != null) {
            way.getElement().addEventListener("click", click -> toast.close());
            content.add(way);
        }
        content.add(Buttons.icon(Icon.X, UI.getCurrent().getTranslation("uikit.close"), toast::close));
        toast.add(content);
        toast.open();
    }

    private static Component small(String text) {
        var small = new com.vaadin.flow.component.HtmlComponent("small");
        small.getElement().setText(text);
        return small;
    }
}
