package com.dingshu.uikit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A filter of a list, “类型 全部”, that opens its values; tinted while it narrows the list. */
public final class Choice<T> extends Composite<Button> {

    private final Map<T, String> values;
    private final String label;
    private final String all;

    /**
     * @param all the word for no narrowing
     * @param values value → words, in order
     * @param choose gets null for all
     */
    public Choice(String label, String all, LinkedHashMap<T, String> values, Consumer<@Nullable T> choose) {
        this.label = label;
        this.all = all;
        this.values = new LinkedHashMap<>(values);
        getContent().addThemeNames("chip");
        getContent().setSuffixComponent(Icon.CHEVRON_DOWN.create());
        var menu = new ContextMenu(getContent());
        menu.setOpenOnClick(true);
        menu.addItem(all, click -> choose.accept(null));
        values.forEach((value, words) -> menu.addItem(words, click -> choose.accept(value)));
        mark(null);
    }

    /** Shows a value as chosen without telling anybody. */
    public void mark(@Nullable T chosen) {
        String words = chosen == null ? all : Objects.requireNonNullElse(values.get(chosen), all);
        getContent().setText(label + " " + words);
        Buttons.narrowed(getContent(), chosen != null);
    }
}
