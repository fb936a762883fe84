package com.dingshu.insight.ui;

import com.dingshu.insight.OverviewFigures;
import com.dingshu.uikit.Formats;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Where the orders that are not over lie now, from placing to the customer's door. */
final class PilesCard extends Section {

    private final transient Formats formats;
    private final boolean opens;
    private final Div lines = new Div();

    PilesCard(Formats formats, boolean opens) {
        this.formats = formats;
        this.opens = opens;
        addClassName("card");
        var small = new HtmlComponent("small");
        small.getElement().setText(getTranslation("insight.piles.note"));
        var head = new Div(new H2(getTranslation("insight.piles")), small);
        head.addClassName("card-head");
        lines.addClassNames("scores", "piles");
        add(head, lines);
    }

    void show(OverviewFigures figures) {
        var piles = figures.piles();
        long most = Math.max(
                1,
                Math.max(
                        Math.max(figures.unpaid(), figures.shipped()),
                        Math.max(piles.review(), Math.max(piles.toShip(), piles.exception()))));
        lines.removeAll();
        line("unpaid", figures.unpaid(), most, null, false);
        line("review", piles.review(), most, "orders?view=review", false);
        line("to-ship", piles.toShip(), most, "orders?view=to-ship", false);
        line("exception", piles.exception(), most, "orders?view=exception", true);
        line("shipped", figures.shipped(), most, null, false);
    }

    private void line(String key, long orders, long most, @Nullable String path, boolean grave) {
        String name = getTranslation("insight.pile." + key);
        var bar = new HtmlComponent("i");
        bar.getElement().getStyle().set("width", Math.round(100.0 * orders / most) + "%");
        bar.setClassName("amber", grave);
        var meter = new Span(bar);
        meter.addClassName("meter");
        meter.getElement().setAttribute("aria-hidden", "true");
        lines.add(new Div(
                opens && path != null ? link(path, name) : new Span(name), meter, new Span(formats.count(orders))));
    }

    private static Component link(String path, String name) {
        var link = new Anchor(path, name);
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}
