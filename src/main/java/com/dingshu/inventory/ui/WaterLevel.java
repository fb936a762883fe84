package com.dingshu.inventory.ui;

import com.dingshu.inventory.StockFigures;
import com.dingshu.uikit.Formats;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the pieces on hand are divided: available first, then what is taken, with the safety stock as a line on it; the sum
 * stands under it.
 */
final class WaterLevel extends Div {

    private static final int ALL = 100;
    private static final int NEAR_AN_EDGE = 12;
    private static final double LEGIBLE = 0.05;

    private final StockFigures figures;
    private final Formats formats;
    private final Element bar = new Element("div");
    private final Element sum = new Element("dl");

    /** @param safetyStock drawn as a line; null for none */
    WaterLevel(StockFigures figures, @Nullable Integer safetyStock, Formats formats) {
        this.figures = figures;
        this.formats = formats;
        Div water = new Div();
        water.addClassName("water");
        bar.getClassList().add("bar");
        bar.setAttribute("aria-hidden", "true");
        sum.getClassList().add("sum");
        term("stock.available", figures.available(), 1, "=");
        term("stock.onHand", figures.onHand(), 0, "−");
        term("stock.reserved", figures.reserved(), 2, "−");
        term("stock.committed", figures.committed(), 3, "−");
        term("stock.inInspection", figures.inInspection(), 4, "−");
        term("stock.damaged", figures.damaged(), 5, "−");
        term("stock.buffer", figures.buffer(), 6, "−");
        term("stock.campaign", figures.campaignReserve(), 7, "");
        if (safetyStock != null && safetyStock > 0 && width() > 0) {
            bar.appendChild(threshold(safetyStock));
        }
        Element whole =
                new Element("span").setText(getTranslation("stock.onHand.whole", formats.count(figures.onHand())));
        whole.getClassList().add("whole");
        water.getElement().appendChild(whole, bar);
        add(water);
        getElement().appendChild(sum);
    }

    /** Everything the bar shows; more than what is on hand when too much is taken. */
    private int width() {
        return Math.max(figures.onHand(), figures.onHand() - figures.available());
    }

    private void term(String titleKey, int pieces, int colour, String sign) {
        Element name = new Element("dt");
        if (colour > 0) {
            Element mark = new Element("i");
            mark.getClassList().add("s" + colour);
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
        if (sign.equals("=")) {
            term.getClassList().add("result");
        }
        sum.appendChild(term);
    }

    private void segment(int pieces, int colour) {
        if (pieces > 0) {
            Element part = new Element("i");
            part.getClassList().add("s" + colour);
            part.getStyle().set("flex", pieces + " 0 0");
            if (pieces >= width() * LEGIBLE) {
                part.setText(formats.count(pieces));
            }
            bar.appendChild(part);
        }
    }

    private Element threshold(int safetyStock) {
        double at = Math.min(ALL, safetyStock * (double) ALL / width());
        Element words = new Element("span");
        words.setText(getTranslation("stock.safety.line", formats.count(safetyStock)));
        Element line = new Element("div").appendChild(words);
        line.getClassList().add("threshold");
        line.getClassList().add("solid");
        if (at < NEAR_AN_EDGE) {
            line.getClassList().add("first");
        } else if (at > ALL - NEAR_AN_EDGE) {
            line.getClassList().add("last");
        }
        line.getStyle().set("left", String.format(Locale.ROOT, "%.1f%%", at));
        return line;
    }
}
