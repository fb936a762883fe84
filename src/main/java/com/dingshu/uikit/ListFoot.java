package com.dingshu.uikit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;

/** The line under a list: the keys to move in it, and how much of it has been read. */
public final class ListFoot extends Div {

    private final Span loaded = new Span();

    public ListFoot() {
        this(new LinkedHashMap<>());
    }

    /** @param lesson keys → what they do, as {@link Keys#lesson} draws them */
    public ListFoot(LinkedHashMap<String, String> lesson) {
        addClassName("page-foot");
        var gap = new Span();
        gap.addClassName("grow");
        if (!lesson.isEmpty()) {
            add(Keys.lesson(lesson));
        }
        add(gap, loaded);
    }

    public void loaded(String words) {
        loaded.setText(words);
    }
}
