package com.dingshu.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Something failed: states what, what it did and did not change, the way on, and the number under which the log has it. */
public final class ErrorState extends Div {

    /**
     * @param fact what failed: 面单没有打出来
     * @param consequence what happened and what did not
     * @param reference see {@link Reference}
     * @param ways buttons, the likeliest first
     */
    public ErrorState(String fact, String consequence, String reference, Component... ways) {
        addClassName("empty");
        var row = new Div(ways);
        row.addClassName("row");
        add(Icon.CIRCLE_X.create(), new H2(fact), new Paragraph(consequence), row, number(reference));
    }

    private Paragraph number(String reference) {
        var copy = new Button(getTranslation("uikit.copy"));
        copy.addThemeNames("link", "small");
        copy.addClickListener(
                click -> getElement().executeJs("window.ds.copy($0)", reference).then(done -> {}));
        var paragraph = new Paragraph(new Span(getTranslation("uikit.reference", reference) + " "), copy);
        paragraph.addClassName("reference");
        return paragraph;
    }
}
