package com.dingshu.orders.ui;

import com.dingshu.customers.Contact;
import com.dingshu.orders.OrderDetails;
import com.dingshu.orders.OrderQueries;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Reveal;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** Lines, receiver, dispatch, remarks and the channel's own data. */
final class OverviewTab {

    private final OrderDetails order;
    private final OrderQueries queries;
    private final OrderWords words;
    private final OrderActions actions;

    private OverviewTab(OrderDetails order, OrderQueries queries, OrderWords words, OrderActions actions) {
        this.order = order;
        this.queries = queries;
        this.words = words;
        this.actions = actions;
    }

    static Component of(OrderDetails order, OrderQueries queries, OrderWords words, OrderActions actions) {
        OverviewTab tab = new OverviewTab(order, queries, words, actions);
        Div all = new Div(LinesTable.of(order, words), tab.receiver(), tab.dispatch(), tab.remarks(), tab.source());
        return all;
    }

    private Component receiver() {
        Div section = section("orders.section.receiver");
        if (may(Permission.ORDERS_EDIT_CONTACT) && order.summary().anchor().isOpen()) {
            atTheEnd(
                    section,
                    Buttons.with(
                            Icon.PENCIL,
                            Buttons.flat(words.say("orders.act.edit-contact"), () -> actions.editContact(order))));
        }
        String masked = order.receiver().name() + " " + order.receiver().phone() + "\n"
                + order.receiver().address();
        section.add(
                may(Permission.CONTACT_REVEAL) && !order.contactMasked()
                        ? new Reveal(masked, () -> queries.revealContact(order.id())
                                .map(OverviewTab::clear)
                                .orElse(masked))
                        : plain(masked));
        section.add(faint(
                order.purchases() > 1
                        ? words.say("orders.purchases", order.purchases())
                        : words.say("orders.purchases.first")));
        if (order.contactMasked()) {
            section.add(faint(words.say("orders.contact.masked-by-channel")));
        }
        return section;
    }

    private Component dispatch() {
        Div section = section("orders.section.dispatch");
        String warehouse = order.summary().warehouse();
        section.add(plain(
                warehouse.isEmpty()
                        ? words.say("orders.dispatch.none")
                        : warehouse
                                + (order.summary().carrier().isEmpty()
                                        ? ""
                                        : " · " + order.summary().carrier())));
        String waybill = order.summary().waybillNo();
        section.add(faint(waybill == null ? words.say("orders.dispatch.no-waybill") : waybill));
        return section;
    }

    private Component remarks() {
        Div section = section("orders.section.remarks");
        if (!order.buyerNote().isEmpty()) {
            section.add(plain(words.say("orders.note.buyer", order.buyerNote())));
        }
        if (!order.sellerNote().isEmpty()) {
            section.add(plain(words.say("orders.note.seller", order.sellerNote())));
        }
        order.notes()
                .forEach(note -> section.add(
                        plain(note.text()),
                        faint(note.author() + " · " + words.formats().time(note.at()))));
        if (order.buyerNote().isEmpty()
                && order.sellerNote().isEmpty()
                && order.notes().isEmpty()) {
            section.add(faint(words.say("orders.note.none")));
        }
        if (may(Permission.ORDERS_NOTE)) {
            atTheEnd(
                    section,
                    Buttons.with(Icon.PLUS, Buttons.flat(words.say("orders.act.note"), () -> actions.addNote(order))));
        }
        return section;
    }

    private Component source() {
        Div section = section("orders.section.source");
        Element facts = new Element("dl");
        facts.getClassList().add("facts");
        fact(facts, "orders.source.shop", order.summary().shop());
        fact(facts, "orders.source.number", order.channelOrderNo());
        fact(facts, "orders.source.placed", words.formats().time(order.facts().placedAt()));
        order.ext().forEach((name, value) -> appendFact(facts, name, value));
        section.getElement().appendChild(facts);
        return section;
    }

    private void fact(Element facts, String key, String value) {
        appendFact(facts, words.say(key), value);
    }

    private static void appendFact(Element facts, String name, String value) {
        Element term = new Element("dt");
        term.setText(name);
        Element said = new Element("dd");
        said.setText(value);
        facts.appendChild(term, said);
    }

    private static String clear(Contact contact) {
        return contact.name() + " " + contact.phone() + "\n" + contact.address().oneLine();
    }

    /** Puts what can be done with a section at the end of its heading. */
    private static void atTheEnd(Div section, Button button) {
        Buttons.small(button).addClassName("end");
        ((H3) section.getComponentAt(0)).add(button);
    }

    private Div section(String titleKey) {
        Div section = new Div(new H3(words.say(titleKey)));
        section.addClassName("section");
        return section;
    }

    private static Component plain(String text) {
        Div line = new Div();
        line.setText(text);
        line.addClassName("pre-line");
        return line;
    }

    private static Component faint(String text) {
        Div line = new Div(new Span(text));
        line.addClassName("faint");
        return line;
    }

    private static boolean may(Permission permission) {
        return Acting.current().actor().may(permission);
    }
}
