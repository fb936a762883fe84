package com.dingshu.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Nothing to show: states the fact, what it means, and the way on. */
public final class EmptyState extends Div {

    /**
     * @param fact a short heading: 没有符合条件的订单
     * @param meaning one sentence: which filter, or what happens next
     * @param ways buttons, the likeliest first
     */
    public EmptyState(Icon icon, String fact, String meaning, Component... ways) {
        addClassName("empty");
        add(icon.create(), new H2(fact), new Paragraph(meaning));
        if (ways.length > 0) {
            var row = new Div(ways);
            row.addClassName("row");
            add(row);
        }
    }
}
