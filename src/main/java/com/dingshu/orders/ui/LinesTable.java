package com.dingshu.orders.ui;

import com.dingshu.orders.OrderDetails;
import com.dingshu.orders.SnapshotLine;
import com.dingshu.uikit.Marks;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;

/** What was bought, with each line's own part of every discount, and the sums. */
final class LinesTable {

    private final OrderDetails order;
    private final OrderWords words;

    private LinesTable(OrderDetails order, OrderWords words) {
        this.order = order;
        this.words = words;
    }

    static Component of(OrderDetails order, OrderWords words) {
        return new LinesTable(order, words).table();
    }

    private Component table() {
        Element table = new Element("table");
        table.getClassList().add("lines");
        table.appendChild(head(), body(), foot());
        Div around = new Div();
        around.addClassName("section");
        around.getElement().appendChild(table);
        return around;
    }

    private Element head() {
        Element row = new Element("tr");
        for (String column : new String[] {"item", "price", "discount", "coupon", "points", "paid"}) {
            Element cell = new Element("th");
            cell.setAttribute("scope", "col");
            cell.setText(words.say("orders.lines." + column));
            row.appendChild(cell);
        }
        return new Element("thead").appendChild(row);
    }

    private Element body() {
        Element body = new Element("tbody");
        order.lines().forEach(line -> body.appendChild(row(line)));
        return body;
    }

    private Element row(OrderDetails.Line line) {
        Element name = new Element("td");
        Element title = new Element("b");
        title.setText(line.name() + (line.spec().isEmpty() ? "" : " " + line.spec()));
        name.appendChild(title);
        if (line.gift()) {
            name.appendChild(
                    Marks.tag(Marks.Tone.GREEN, words.say("orders.lines.gift")).getElement());
        }
        if (line.withdrawn() > 0) {
            name.appendChild(tag(words.say("orders.lines.withdrawn", line.withdrawn())));
        }
        if (line.refundAsked()) {
            name.appendChild(tag(words.say("orders.lines.refund-asked")));
        }
        Element code = new Element("small");
        String position = line.ext().getOrDefault(SnapshotLine.WAREHOUSE_POSITION, "");
        code.setText(position.isEmpty() ? line.skuCode() : line.skuCode() + " · " + position);
        name.appendChild(code);
        return new Element("tr")
                .appendChild(
                        name,
                        cell(money(line.unitPrice()) + " × " + line.quantity()),
                        cell(minus(line.lineDiscount() + line.orderDiscount())),
                        cell(minus(line.coupon())),
                        cell(minus(line.points() + line.other())),
                        cell(money(line.payable())));
    }

    private static Element tag(String text) {
        return Marks.tag(Marks.Tone.AMBER, text).getElement();
    }

    /** What stands above the sum is exactly what it is made of: the lines, freight and tax. */
    private Element foot() {
        OrderDetails.Money money = order.money();
        Element foot = new Element("tfoot");
        addExtra(foot, "orders.lines.freight", money.freight());
        addExtra(foot, "orders.lines.tax", money.tax());
        return foot.appendChild(new Element("tr")
                .appendChild(
                        cell(words.say("orders.lines.sum")),
                        cell(""),
                        cell(minus(money.lineDiscounts() + money.orderDiscount())),
                        cell(minus(money.coupon())),
                        cell(minus(money.points() + money.other())),
                        cell(money(money.due()))));
    }

    private void addExtra(Element foot, String key, long minor) {
        if (minor != 0) {
            Element row = new Element("tr")
                    .appendChild(cell(words.say(key)), cell(""), cell(""), cell(""), cell(""), cell(money(minor)));
            row.getClassList().add("extra");
            foot.appendChild(row);
        }
    }

    private Element cell(String text) {
        Element cell = new Element("td");
        cell.setText(text);
        return cell;
    }

    private String money(long minor) {
        return words.amount(minor, order.money().currency());
    }

    private String minus(long discount) {
        return discount == 0 ? "–" : money(-discount);
    }
}
