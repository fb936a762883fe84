package com.dingshu.uikit;

import com.vaadin.flow.component.button.Button;

/** Buttons by their weight. The text is a verb with its object: 审核通过, 作废 14 单; never 确定 alone. */
public final class Buttons {

    private Buttons() {}

    /** The one thing most people come here to do; at most one at a time. */
    public static Button primary(String text, Runnable act) {
        return button(text, act, "primary");
    }

    public static Button plain(String text, Runnable act) {
        return button(text, act);
    }

    /** A button without an edge, for what matters less. */
    public static Button flat(String text, Runnable act) {
        return button(text, act, "tertiary");
    }

    /** Red words: refuses or stops something, can be taken back. */
    public static Button danger(String text, Runnable act) {
        return button(text, act, "error");
    }

    /** A filter: “店铺 全部”; {@link #narrowed} tints it once it narrows anything. */
    public static Button chip(String text, Runnable act) {
        return button(text, act, "chip");
    }

    /** An icon that needs no words beside it; the label is read aloud and shown as a hint. */
    public static Button icon(Icon icon, String label, Runnable act) {
        var button = new Button(icon.create(), click -> act.run());
        button.addThemeNames("icon");
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    public static Button with(Icon icon, Button button) {
        button.setIcon(icon.create());
        return button;
    }

    public static Button small(Button button) {
        button.addThemeNames("small");
        return button;
    }

    public static void narrowed(Button chip, boolean narrowed) {
        chip.getElement().getThemeList().set("on", narrowed);
    }

    private static Button button(String text, Runnable act, String... themes) {
        var button = new Button(text, click -> act.run());
        button.addThemeNames(themes);
        return button;
    }
}
