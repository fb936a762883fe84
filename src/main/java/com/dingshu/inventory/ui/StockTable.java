package com.dingshu.inventory.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;

/** A small table of figures that scrolls sideways when it has to; cells marked wide are left out on a phone. */
final class StockTable extends Div {

    /** How a column stands. */
    enum Column {
        TEXT,
        FIGURE,
        WIDE,
        WIDE_FIGURE;

        private void mark(Element cell) {
            if (this == FIGURE || this == WIDE_FIGURE) {
                cell.getClassList().add("num");
            }
            if (this == WIDE || this == WIDE_FIGURE) {
                cell.getClassList().add("wide");
            }
        }
    }

    private final Element head = new Element("tr");
    private final Element rows = new Element("tbody");

    /** @param label read aloud */
    StockTable(String label) {
        Element table = new Element("table")
                .appendChild(new Element("thead").appendChild(head), rows)
                .setAttribute("aria-label", label);
        table.getClassList().add("table");
        addClassName("sideways");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
        getElement().appendChild(table);
    }

    StockTable column(String title, Column column) {
        Element cell = new Element("th").setAttribute("scope", "col").setText(title);
        column.mark(cell);
        head.appendChild(cell);
        return this;
    }

    void row(Element... cells) {
        rows.appendChild(new Element("tr").appendChild(cells));
    }

    boolean isEmpty() {
        return rows.getChildCount() == 0;
    }

    static Element cell(String text, Column column) {
        Element cell = new Element("td").setText(text);
        column.mark(cell);
        return cell;
    }

    /** A cell that opens an order, with words behind the number. */
    static Element order(String before, String number, String after) {
        Element link = new Element("a")
                .setAttribute("href", "orders/" + number)
                .setAttribute("router-link", true)
                .setText(number);
        return new Element("td").appendChild(Element.createText(before), link, Element.createText(after));
    }

    static Element cell(Element content) {
        return new Element("td").appendChild(content);
    }
}
