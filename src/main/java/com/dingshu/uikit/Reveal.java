package com.dingshu.uikit;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.Supplier;

/**
 * Masked personal data with a button that shows it in full for 30 seconds. The supplier is the door that logs who looked;
 * it is asked anew each time and its answer is kept nowhere.
 */
public final class Reveal extends Div {

    private static final int MILLIS = 30_000;

    private final String masked;
    private final Supplier<String> reveal;
    private final Span text = new Span();
    private final Button button;

    /** @param reveal must check the permission and write the operation log */
    public Reveal(String masked, Supplier<String> reveal) {
        this.masked = masked;
        this.reveal = reveal;
        this.button = Buttons.small(Buttons.with(Icon.EYE, Buttons.flat(getTranslation("uikit.reveal"), this::show)));
        text.setText(masked);
        text.getStyle().setWhiteSpace(com.vaadin.flow.dom.Style.WhiteSpace.PRE_LINE);
        text.addClassName("grow");
        addClassName("row");
        add(text, button);
    }

    private void show() {
        text.setText(reveal.get());
        button.setVisible(false);
        getElement().executeJs("setTimeout(() => this.$server.mask(), $0)", MILLIS);
    }

    @ClientCallable
    private void mask() {
        text.setText(masked);
        button.setVisible(true);
    }
}
