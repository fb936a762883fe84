package com.dingshu.channels.ui;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** Small pieces that the channels' screens are put together from. */
final class Parts {

    private Parts() {}

    static Div div(String className, Component... parts) {
        Div div = new Div(parts);
        div.addClassNames(className.split(" "));
        return div;
    }

    static Span span(String className, String text) {
        Span span = new Span(text);
        span.addClassName(className);
        return span;
    }

    static Span gap() {
        return span("grow", "");
    }

    static Component small(String text) {
        return tagged("small", text);
    }

    static Component bold(String text) {
        return tagged("b", text);
    }

    private static Component tagged(String tag, String text) {
        HtmlComponent part = new HtmlComponent(tag);
        part.getElement().setText(text);
        return part;
    }

    static Element element(String tag, String text) {
        Element element = new Element(tag);
        element.setText(text);
        return element;
    }

    /** A fixed table with its head; a title that begins with # heads figures. */
    static Element table(String className, Element body, String... titles) {
        Element head = new Element("tr");
        for (String title : titles) {
            boolean figure = title.startsWith("#");
            Element cell = element("th", figure ? title.substring(1) : title);
            cell.setAttribute("scope", "col");
            if (figure) {
                cell.getClassList().add("num");
            }
            head.appendChild(cell);
        }
        Element table = new Element("table");
        for (String name : className.split(" ")) {
            table.getClassList().add(name);
        }
        return table.appendChild(new Element("thead").appendChild(head), body);
    }

    /** What scrolls in itself must be reachable by keyboard. */
    static Div scrolling(String className, String label, Element content) {
        Div holder = div(className);
        holder.getElement().setAttribute("tabindex", "0");
        holder.getElement().setAttribute("role", "region");
        holder.getElement().setAttribute("aria-label", label);
        holder.getElement().appendChild(content);
        return holder;
    }

    static boolean may(Permission permission) {
        return Acting.current().actor().may(permission);
    }
}
