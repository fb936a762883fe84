package com.dingshu.inventory.ui;

import com.dingshu.inventory.StockFigures;
import com.dingshu.uikit.Formats;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;

/** How the pieces on hand are divided: available first, then what is taken; the sum stands under it. */
final class WaterLevel extends Div {

    private final Formats formats;
    private final Element bar = new Element("div");
    private final Element sum = new Element("dl");

    WaterLevel(StockFigures figures, Formats formats) {
        this.formats = formats;
        Div water = new Div();
        water.addClassName("water");
        bar.getClassList().add("bar");
        bar.setAttribute("aria-hidden", "true");
        sum.getClassList().add("sum");
        term("stock.available", figures.available(), 1, "=", true);
        term("stock.onHand", figures.onHand(), 0, "−", false);
        term("stock.reserved", figures.reserved(), 2, "−", false);
        term("stock.committed", figures.committed(), 3, "−", false);
        term("stock.inInspection", figures.inInspection(), 4, "−", false);
        term("stock.damaged", figures.damaged(), 5, "−", false);
        term("stock.buffer", figures.buffer(), 6, "−", false);
        term("stock.campaign", figures.campaignReserve(), 6, "", false);
        water.getElement().appendChild(bar);
        add(water);
        getElement().appendChild(sum);
    }

    private void term(String titleKey, int pieces, int colour, String sign, boolean result) {
        Element name = new Element("dt");
        if (colour > 0) {
            Element mark = new Element("i");
            mark.getStyle().set("background", "var(--ds-s" + colour + ")");
            name.appendChild(mark);
            segment(pieces, colour);
        }
        Element words = new Element("span");
        words.setText(getTranslation(titleKey));
        name.appendChild(words);
        Element value = new Element("dd");
        value.setText(formats.count(pieces));
        Element term = new Element("div").appendChild(name, value);
        if (!sign.isEmpty()) {
            term.setAttribute("data-sign", sign);
        }
        if (result) {
            term.getClassList().add("result");
        }
        sum.appendChild(term);
    }

    private void segment(int pieces, int colour) {
        if (pieces > 0) {
            Element part = new Element("i");
            part.getStyle().set("flex", pieces + " 0 0").set("background", "var(--ds-s" + colour + ")");
            bar.appendChild(part);
        }
    }
}
