package com.dingshu.orders.ui;

import com.dingshu.orders.FactKind;
import com.dingshu.orders.TimelineEntry;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Set;

/** Everything that happened to the order, newest first. */
final class TimelineTab {

    private static final Set<FactKind> MILESTONES = Set.of(
            FactKind.TAKEN_IN,
            FactKind.PAID,
            FactKind.RELEASED,
            FactKind.SHIPPED,
            FactKind.DELIVERED,
            FactKind.COMPLETED);
    private static final Set<FactKind> BAD = Set.of(
            FactKind.SHORT,
            FactKind.HELD,
            FactKind.REJECTED,
            FactKind.CANCELLED,
            FactKind.EXPIRED,
            FactKind.VOIDED,
            FactKind.RETURNED,
            FactKind.OVERDUE,
            FactKind.NOT_COLLECTED,
            FactKind.PAID_LATE);

    private TimelineTab() {}

    static Component of(List<TimelineEntry> entries, OrderWords words) {
        OrderedList list = new OrderedList();
        list.addClassName("timeline");
        entries.reversed().forEach(entry -> list.add(line(entry, words)));
        Div section = new Div(list);
        section.addClassName("section");
        return section;
    }

    private static ListItem line(TimelineEntry entry, OrderWords words) {
        ListItem item = new ListItem();
        item.setClassName("key", MILESTONES.contains(entry.kind()));
        item.setClassName("bad", BAD.contains(entry.kind()));
        Element time = new Element("time");
        time.setText(words.formats().time(entry.at()));
        Element what = new Element("b");
        what.setText(words.fact(entry.kind(), entry.args()));
        Element who = new Element("small");
        String by = words.by(entry.actorKind(), entry.actor());
        who.setText(entry.reason() == null ? by : by + " · " + entry.reason());
        Element text = new Element("div").appendChild(what, who);
        item.getElement().appendChild(time, new Element("i"), text);
        return item;
    }
}
