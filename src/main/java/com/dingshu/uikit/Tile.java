package com.dingshu.uikit;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** One figure of a dashboard's strip; it opens the rows it counts. */
public final class Tile extends Anchor {

    private final Div value = new Div();
    private final Div note = new Div();

    /** @param path route of the rows, without a leading slash */
    public Tile(String title, String path) {
        super(path);
        getElement().setAttribute("router-link", true);
        addClassName("tile");
        value.addClassName("value");
        note.addClassName("note");
        add(new H2(title), value, note);
    }

    /** The figure, its unit, a short line under it; alarming figures are red. */
    public void show(String figure, @Nullable String unit, String line, boolean alarming) {
        value.removeAll();
        value.add(new Span(figure));
        if (unit != null) {
            var small = new HtmlComponent("small");
            small.getElement().setText(unit);
            value.add(small);
        }
        note.setText(line);
        setClassName("bad", alarming);
    }
}
