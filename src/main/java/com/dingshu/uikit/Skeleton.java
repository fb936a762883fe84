package com.dingshu.uikit;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Div;

/** Rows to come, in their height; appears only when loading takes longer than 300 ms. */
public final class Skeleton extends Div {

    private static final int[] WIDTHS = {96, 84, 108, 90, 100, 92, 86};

    public Skeleton(int rows) {
        addClassName("skeleton");
        getElement().setAttribute("aria-hidden", "true");
        for (int row = 0; row < rows; row++) {
            add(new Div(bar(14), bar(WIDTHS[row % 7]), bar(WIDTHS[(row + 3) % 7] - 30), bar(48)));
        }
    }

    private static HtmlComponent bar(int width) {
        var bar = new HtmlComponent("i");
        bar.getElement().getStyle().set("width", width + "px");
        return bar;
    }
}
