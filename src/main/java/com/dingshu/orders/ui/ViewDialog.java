package com.dingshu.orders.ui;

import com.dingshu.orders.views.KeepResult;
import com.dingshu.orders.views.KeptView;
import com.dingshu.uikit.Buttons;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for a view's name and whether the team sees it. */
final class ViewDialog extends Dialog {

    private final OrderWords words;
    private final TextField name;
    private final Checkbox shared;

    /**
     * @param view the one to change, null for a new one
     * @param keep name and whether shared
     * @param done gets what was kept
     */
    ViewDialog(
            OrderWords words,
            @Nullable KeptView view,
            BiFunction<String, Boolean, KeepResult> keep,
            Consumer<KeptView> done) {
        this.words = words;
        setHeaderTitle(words.say(view == null ? "orders.view.keep" : "orders.view.rename"));
        setWidth("360px");
        setMaxWidth("calc(100vw - 32px)");
        name = new TextField(words.say("orders.view.name"));
        name.setMaxLength(20);
        name.setWidthFull();
        name.setAutofocus(true);
        name.setHelperText(words.say("orders.view.name.hint"));
        shared = new Checkbox(words.say("orders.view.shared"));
        if (view != null) {
            name.setValue(view.name());
            shared.setValue(view.shared());
        }
        Div body = new Div(name, shared);
        body.addClassName("confirm");
        add(body);
        var store = Buttons.primary(
                words.say("orders.view.save"), () -> answer(keep.apply(name.getValue(), shared.getValue()), done));
        store.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        getFooter().add(Buttons.plain(words.say("orders.view.not"), this::close), store);
    }

    private void answer(KeepResult result, Consumer<KeptView> done) {
        switch (result) {
            case KeepResult.Kept(KeptView view) -> {
                close();
                done.accept(view);
            }
            case KeepResult.Refused(KeepResult.Why why) -> {
                name.setInvalid(true);
                name.setErrorMessage(words.say("orders.view.refused."
                        + why.name().toLowerCase(Locale.ROOT).replace('_', '-')));
            }
        }
    }
}
