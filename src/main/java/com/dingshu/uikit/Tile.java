package com.dingshu.uikit;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One figure of a dashboard's strip; it opens the rows it counts. */
@JsModule("./components/ds-chart.ts")
public final class Tile extends Anchor {

    private final Div value = new Div();
    private final Span change = new Span();
    private final Span line = new Span();
    private final HtmlComponent spark = new HtmlComponent("ds-spark");

    /** @param path route of the rows, without a leading slash; null for somebody who may not see them */
    public Tile(String title, @Nullable String path) {
        if (path != null) {
            setHref(path);
            getElement().setAttribute("router-link", true);
        }
        addClassName("tile");
        value.addClassName("value");
        var note = new Div(change, line);
        note.addClassName("note");
        change.setVisible(false);
        spark.setVisible(false);
        add(new H2(title), value, note, spark);
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
        this.line.setText(line);
        setClassName("bad", alarming);
    }

    /** What changed against before, in front of the line: ↑ 12.4%. */
    public void change(String words, boolean better) {
        change.setText(words);
        change.setClassName("better", better);
        change.setClassName("worse", !better);
        change.setVisible(!words.isEmpty());
    }

    /** A line without axes under the figure, before it the paler one it is compared with. */
    public void spark(List<Long> values, List<Long> before) {
        spark.getElement().setAttribute("values", joined(values)).setAttribute("before", joined(before));
        spark.setVisible(true);
    }

    private static String joined(List<Long> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
