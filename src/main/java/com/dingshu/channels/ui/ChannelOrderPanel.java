package com.dingshu.channels.ui;

import com.dingshu.channels.InboxQueries;
import com.dingshu.channels.InboxSummary;
import com.dingshu.orders.OrderDetails;
import com.dingshu.orders.ui.OrderPanel;
import com.dingshu.tenancy.Permission;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouterLink;

/** What the channel sent about an order, each payload with the way to it. */
@org.springframework.stereotype.Component
public class ChannelOrderPanel implements OrderPanel {

    private final InboxQueries inbox;
    private final ChannelWords words;

    ChannelOrderPanel(InboxQueries inbox, ChannelWords words) {
        this.inbox = inbox;
        this.words = words;
    }

    @Override
    public String titleKey() {
        return "channels.panel.title";
    }

    @Override
    public int position() {
        return 400;
    }

    @Override
    public boolean shows(OrderDetails order) {
        return order.rawPayloadId() != null && Parts.may(Permission.CHANNELS_VIEW);
    }

    @Override
    public Component create(OrderDetails order) {
        Element list = new Element("ol");
        list.getClassList().add("payloads");
        inbox.whereIs(order.channelOrderNo()).payloads().reversed().forEach(row -> list.appendChild(entry(row)));
        Section section = new Section();
        section.addClassName("section");
        section.getElement().appendChild(list);
        return section;
    }

    private Element entry(InboxSummary row) {
        RouterLink link =
                new RouterLink(words.formats().exactTime(row.receivedAt()), InboxView.class, InboxView.at(row.id()));
        return new Element("li")
                .appendChild(
                        link.getElement(),
                        Parts.element("span", words.heading(row)),
                        Parts.element("small", words.shop(row.shopId())));
    }
}
