package com.dingshu.insight.ui;

import com.dingshu.insight.ShopSales;
import com.dingshu.shared.Money;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Marks;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The shops of the days looked at; each opens its orders on the board. */
final class ShopsCard extends Section {

    private final transient Formats formats;
    private final boolean opens;
    private final boolean seesMoney;
    private final NativeTableBody rows = new NativeTableBody();
    private final Paragraph none;

    ShopsCard(Formats formats, boolean opens, boolean seesMoney) {
        this.formats = formats;
        this.opens = opens;
        this.seesMoney = seesMoney;
        addClassNames("card", "shops-card");
        var head = new Div(new H2(getTranslation("insight.shops")));
        head.addClassName("card-head");
        var table = new NativeTable(rows);
        table.addClassName("table");
        table.getElement().insertChild(0, heads().getElement());
        var window = new Div(table);
        window.addClassName("table-window");
        none = new Paragraph(getTranslation("insight.shops.none"));
        none.addClassName("card-none");
        add(head, window, none);
    }

    void show(List<ShopSales> shops) {
        rows.removeAll();
        shops.forEach(shop -> rows.add(row(shop)));
        none.setVisible(shops.isEmpty());
    }

    private Component heads() {
        var row = new NativeTableRow(head("insight.shops.shop", false), head("insight.shops.placed", true));
        row.add(wideOnly(head("insight.shops.sold", true)));
        if (seesMoney) {
            row.add(head("insight.shops.money", true));
        }
        row.add(head("insight.shops.exceptions", true));
        return new NativeTableHeader(row);
    }

    private NativeTableHeaderCell head(String key, boolean figure) {
        var cell = new NativeTableHeaderCell(getTranslation(key));
        cell.getElement().setAttribute("scope", "col");
        cell.setClassName("num", figure);
        return cell;
    }

    private NativeTableRow row(ShopSales shop) {
        var row = new NativeTableRow(new NativeTableCell(name(shop)), figure(formats.count(shop.placed()), false));
        row.add(wideOnly(figure(formats.count(shop.sold()), false)));
        if (seesMoney) {
            row.add(figure(formats.money(new Money(shop.soldMinor(), shop.currency())), false));
        }
        row.add(figure(formats.count(shop.exceptions()), shop.exceptions() > 0));
        return row;
    }

    private Component name(ShopSales shop) {
        var name = new Span(
                Marks.channel(shop.channel(), getTranslation("orders.channel." + shop.channel())),
                opens ? link(shop) : new Span(shop.name()));
        name.addClassName("row");
        return name;
    }

    private static Component link(ShopSales shop) {
        var link = new Anchor("orders?shop=" + shop.shopId(), shop.name());
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    /** Left out on a phone. */
    private static <C extends HasStyle> C wideOnly(C cell) {
        cell.addClassName("wide-only");
        return cell;
    }

    private static NativeTableCell figure(String text, boolean bad) {
        var cell = new NativeTableCell(text);
        cell.addClassName("num");
        cell.setClassName("bad", bad);
        return cell;
    }
}
