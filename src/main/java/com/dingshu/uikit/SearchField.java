package com.dingshu.uikit;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** The search of a list: asks once the typing pauses. A value set by the view asks nothing. */
public final class SearchField extends TextField {

    /**
     * @param prompt what can be typed, also the field's name
     * @param ask gets what was typed, without the spaces around it
     */
    public SearchField(String prompt, Consumer<String> ask) {
        setPlaceholder(prompt);
        setAriaLabel(prompt);
        setPrefixComponent(Icon.SEARCH.create());
        setClearButtonVisible(true);
        addClassName("list-search");
        setValueChangeMode(ValueChangeMode.LAZY);
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                ask.accept(change.getValue().strip());
            }
        });
    }

    /** For several things to search by. */
    public SearchField wide() {
        addClassName("long");
        return this;
    }
}
