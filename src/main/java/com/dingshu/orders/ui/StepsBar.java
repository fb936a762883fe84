package com.dingshu.orders.ui;

import com.dingshu.orders.Anchor;
import com.dingshu.orders.OrderDetails;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The five steps of an order, with the time each was taken. */
final class StepsBar {

    private static final List<Anchor> STEPS =
            List.of(Anchor.PENDING_CONFIRMATION, Anchor.PAID, Anchor.PICKING, Anchor.SHIPPED, Anchor.COMPLETED);
    private static final Set<Anchor> OFF_THE_PATH =
            Set.of(Anchor.CANCELLED, Anchor.EXPIRED, Anchor.VOIDED, Anchor.RETURNED_TO_SENDER);

    private StepsBar() {}

    static Component of(OrderDetails order, OrderWords words) {
        OrderedList list = new OrderedList();
        list.addClassName("steps");
        list.getElement().setAttribute("aria-label", words.say("orders.steps"));
        Anchor now = order.summary().anchor();
        for (Anchor step : STEPS) {
            list.add(step(step, now, time(step, order.facts()), words));
        }
        return list;
    }

    private static ListItem step(Anchor step, Anchor now, @Nullable Instant at, OrderWords words) {
        ListItem item = new ListItem();
        Element name = new Element("b");
        name.setText(words.say("orders.anchor." + step));
        item.getElement().appendChild(name);
        item.add(new Span(at == null ? "—" : words.formats().time(at)));
        boolean reached = at != null;
        item.setClassName("done", reached && step != now && !OFF_THE_PATH.contains(step));
        item.setClassName("now", step == now);
        if (step == now) {
            item.getElement().setAttribute("aria-current", "step");
        }
        return item;
    }

    private static @Nullable Instant time(Anchor step, OrderDetails.Facts facts) {
        return switch (step) {
            case PENDING_CONFIRMATION -> facts.takenInAt();
            case PAID -> facts.paidAt();
            case PICKING -> facts.releasedAt();
            case SHIPPED -> facts.shippedAt();
            case COMPLETED -> facts.completedAt();
            case CANCELLED, EXPIRED, VOIDED, RETURNED_TO_SENDER -> facts.closedAt();
        };
    }
}
