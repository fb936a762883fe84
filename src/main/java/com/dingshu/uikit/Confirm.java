package com.dingshu.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/**
 * Asks before something that cannot be taken back: how many, what follows, what is left out. The way back names the act
 * (不作废) and has the focus.
 */
public final class Confirm {

    private final Dialog dialog = new Dialog();
    private final Div body = new Div();
    private boolean calm;

    private Confirm(String question) {
        dialog.setHeaderTitle(question);
        dialog.setRole("alertdialog");
        dialog.setWidth("400px");
        dialog.setMaxWidth("calc(100vw - 32px)");
        body.addClassName("confirm");
        dialog.add(body);
    }

    /** A question with its count: 作废 14 单？ */
    public static Confirm ask(String question) {
        return new Confirm(question);
    }

    /** One sentence of what follows or is left out. */
    public Confirm says(String consequence) {
        body.add(new Paragraph(consequence));
        return this;
    }

    /** The sentence that it cannot be undone. */
    public Confirm warns(String irreversible) {
        var warning = new Paragraph(irreversible);
        warning.addClassName("irreversible");
        body.add(warning);
        return this;
    }

    /** For what can be taken back: the act's button is not red. */
    public Confirm calm() {
        calm = true;
        return this;
    }

    /** A field to fill in, such as the reason. */
    public Confirm with(Component field) {
        body.add(field);
        return this;
    }

    /** Opens; the act runs and the dialog closes when {@code ready} holds. */
    public void open(String keep, String verb, java.util.function.BooleanSupplier ready, Runnable act) {
        var back = new Button(keep, click -> dialog.close());
        back.setAutofocus(true);
        var go = new Button(verb, click -> {
            if (ready.getAsBoolean()) {
                dialog.close();
                act.run();
            }
        });
        go.addThemeName("primary");
        go.getElement().getThemeList().set("error", !calm);
        dialog.getFooter().add(back, go);
        dialog.open();
        back.focus();
    }

    public void open(String keep, String verb, Runnable act) {
        open(keep, verb, () -> true, act);
    }
}
