package com.dingshu.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Keyboard shortcuts. They are ignored in fields and while composing, single letters can be switched off, and {@code ?}
 * lists those of the page.
 */
public final class Keys {

    private Keys() {}

    /** Pressing the key clicks (or focuses) the control, when it can be seen and is enabled. {@code g o} is two keys in a row. */
    public static <C extends HasElement> C on(C control, String key) {
        control.getElement().setAttribute("data-key", key);
        return control;
    }

    /** The same for a button, which then shows its key. */
    public static Button shown(Button button, String key) {
        button.setSuffixComponent(cap(key.toUpperCase(java.util.Locale.ROOT)));
        return on(button, key);
    }

    /**
     * Keys that belong to no control, such as moving through rows.
     *
     * @param words key → what it does, in the order of the sheet
     */
    public static void listen(Component host, LinkedHashMap<String, String> words, Consumer<String> pressed) {
        Element element = host.getElement();
        element.setAttribute("data-keys", String.join(" ", words.keySet()));
        element.setAttribute("data-key-labels", String.join("|", words.values()));
        element.addEventListener(
                        "ds-key",
                        event -> pressed.accept(
                                event.getEventData().get("event.detail.key").asString()))
                .addEventData("event.detail.key");
    }

    /**
     * Lets the rows of a grid be walked with {@code j} and {@code k} as with the arrows.
     *
     * @param at told the row one comes to, and whether the keyboard led there
     */
    public static <T> void walk(Grid<T> grid, BiConsumer<T, Boolean> at) {
        grid.getElement().setAttribute("data-rows", true);
        grid.getElement()
                .addEventListener("ds-row", event -> {
                    T row = grid.getDataCommunicator()
                            .getKeyMapper()
                            .get(event.getEventData().get("event.detail.row").asString());
                    if (row != null) {
                        at.accept(
                                row,
                                event.getEventData().get("event.detail.walked").asBoolean());
                    }
                })
                .addEventData("event.detail.row")
                .addEventData("event.detail.walked");
    }

    /** Where walking goes on from; a negative index begins anew at the first row. */
    public static void walkFrom(Grid<?> grid, int index) {
        grid.getElement().executeJs("window.ds.row(this, $0)", index);
    }

    /** A picture of a key. */
    public static Component cap(String key) {
        var cap = new Cap();
        cap.setText(key);
        return cap;
    }

    /** The foot bar's lesson: {@code J K 上下移动}. */
    public static Component lesson(Map<String, String> words) {
        var lesson = new Span();
        lesson.addClassNames("keys", "row");
        words.forEach((keys, what) -> {
            var part = new Span();
            for (String key : keys.split(" ")) {
                part.add(cap(key));
            }
            part.add(new Span(" " + what));
            lesson.add(part);
        });
        return lesson;
    }

    @com.vaadin.flow.component.Tag("kbd")
    private static final class Cap extends com.vaadin.flow.component.HtmlComponent
            implements com.vaadin.flow.component.HasText {}
}
