package com.dingshu.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;

/** What is known of something, a line each: the name at the left, the value beside it. */
public final class Facts extends DescriptionList {

    public Facts() {
        addClassName("facts");
    }

    /** A value that is not known is a dash. */
    public Facts line(String name, String value) {
        add(new Term(name), new Description(value.isEmpty() ? "–" : value));
        return this;
    }

    public Facts line(String name, Component value) {
        var description = new Description();
        description.add(value);
        add(new Term(name), description);
        return this;
    }
}
