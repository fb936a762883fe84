package com.dingshu.orders.ui;

import com.dingshu.orders.BlockedBy;
import com.dingshu.orders.HoldState;
import com.dingshu.orders.OrderDetails;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;

/** What keeps the order: one box for each active hold, one for the doubts of the review. */
final class HoldBoxes {

    private HoldBoxes() {}

    static List<Component> of(OrderDetails order, OrderWords words, OrderActions actions) {
        List<Component> boxes = new ArrayList<>();
        order.holds().stream()
                .filter(hold -> hold.state() == HoldState.ACTIVE)
                .forEach(hold -> boxes.add(box(order, hold, words, actions)));
        if (order.summary().blockedBy().kind() == BlockedBy.Kind.REVIEW) {
            boxes.add(doubts(order, words));
        }
        return boxes;
    }

    private static Component box(OrderDetails order, OrderDetails.Hold hold, OrderWords words, OrderActions actions) {
        List<String> args = new ArrayList<>(List.of(hold.reason().name(), hold.code()));
        args.addAll(hold.args());
        String detail = words.say("orders.hold.since", words.formats().time(hold.placedAt()), hold.placedBy());
        Div box = box(words.hold(args), hold.text().isEmpty() ? detail : hold.text() + " · " + detail);
        if (OrderActions.confirmable(hold)) {
            box.add(Buttons.small(
                    Buttons.plain(words.say("orders.act.confirm-payment"), () -> actions.confirmPayment(order))));
        }
        if (OrderActions.liftable(hold)) {
            box.add(Buttons.small(
                    Buttons.plain(words.say("orders.act.release-hold"), () -> actions.releaseHold(order, hold))));
        }
        return box;
    }

    private static Component doubts(OrderDetails order, OrderWords words) {
        List<String> said = order.doubts().stream()
                .map(code -> words.say("orders.doubt." + code))
                .toList();
        Div box = box(words.say("orders.review.wanted"), String.join(" · ", said));
        box.addClassName("amber");
        return box;
    }

    private static Div box(String title, String detail) {
        Element name = new Element("b");
        name.setText(title);
        Div text = new Div();
        text.getElement().appendChild(name, new Span(detail).getElement());
        Div box = new Div(Icon.CIRCLE_PAUSE.create(), text);
        box.addClassName("hold");
        return box;
    }
}
