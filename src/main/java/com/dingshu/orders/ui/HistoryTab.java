package com.dingshu.orders.ui;

import com.dingshu.audit.Change;
import com.dingshu.orders.HistoryEntry;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** Who changed what, when, why and from where: one card a transaction, newest first. */
final class HistoryTab {

    private HistoryTab() {}

    static Component of(List<HistoryEntry> entries, OrderWords words) {
        Div section = new Div();
        section.addClassName("section");
        if (entries.isEmpty()) {
            section.add(new EmptyState(
                    Icon.HISTORY, words.say("orders.history.none"), words.say("orders.history.none.why")));
        }
        entries.forEach(entry -> section.getElement().appendChild(card(entry, words)));
        return section;
    }

    private static Element card(HistoryEntry entry, OrderWords words) {
        Element who = text("b", words.by(entry.who().kind(), entry.who().name()));
        Element head = new Element("header")
                .appendChild(
                        who,
                        text("span", words.say("orders.actor." + entry.who().kind())),
                        text("time", words.formats().exactTime(entry.at())));
        Element card = new Element("article").appendChild(head);
        card.getClassList().add("revision");
        entry.parts().forEach(part -> card.appendChild(differences(part, words)));
        if (entry.reason() != null) {
            card.appendChild(text("p", words.say("orders.history.reason", entry.reason())));
        }
        if (entry.who().device() != null) {
            card.appendChild(
                    text("p", words.say("orders.history.device", entry.who().device())));
        }
        return card;
    }

    private static Element differences(HistoryEntry.Part part, OrderWords words) {
        Element list = new Element("dl");
        list.getClassList().add("diff");
        for (Change.FieldChange field : part.fields()) {
            Element was = text("dd", words.value(field.field(), field.before()));
            was.getClassList().add("was");
            Element is = text("dd", words.value(field.field(), field.after()));
            is.getClassList().add("is");
            list.appendChild(text("dt", words.field(field.field())), was, is);
        }
        return list;
    }

    private static Element text(String tag, String text) {
        Element element = new Element(tag);
        element.setText(text);
        return element;
    }
}
