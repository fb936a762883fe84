package com.dingshu.uikit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Two to five choices side by side, one of them taken. */
public final class Segment<T> extends Div {

    private final Map<T, NativeButton> buttons = new LinkedHashMap<>();

    /**
     * @param label read aloud
     * @param choices value → words, in order
     */
    public Segment(String label, LinkedHashMap<T, String> choices, T chosen, Consumer<T> choose) {
        addClassName("segment");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
        choices.forEach((value, words) -> {
            var button = new NativeButton(words, click -> {
                mark(value);
                choose.accept(value);
            });
            button.getElement().setAttribute("type", "button");
            buttons.put(value, button);
            add(button);
        });
        mark(chosen);
    }

    /** Shows a choice as taken without telling anybody. */
    public void mark(T chosen) {
        buttons.forEach((value, button) ->
                button.getElement().setAttribute("aria-pressed", Boolean.toString(value.equals(chosen))));
    }
}
