package com.dingshu.orders.ui;

import com.dingshu.customers.CustomerDetails;
import com.dingshu.customers.ui.CustomerPanel;
import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.OrderSummary;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Marks;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer, and whoever was merged into them, has ordered, the newest first. */
@org.springframework.stereotype.Component
public class CustomerOrdersPanel implements CustomerPanel {

    private static final int PAGE = 20;
    private static final Comparator<OrderSummary> NEWEST = Comparator.comparing(OrderSummary::placedAt)
            .thenComparing(OrderSummary::id)
            .reversed();

    private final OrderQueries queries;
    private final OrderWords words;

    CustomerOrdersPanel(OrderQueries queries, OrderWords words) {
        this.queries = queries;
        this.words = words;
    }

    @Override
    public String titleKey() {
        return "orders.of-customer";
    }

    @Override
    public int position() {
        return 100;
    }

    @Override
    public boolean shows(CustomerDetails customer) {
        return Acting.current().actor().may(Permission.ORDERS_VIEW);
    }

    @Override
    public Component create(CustomerDetails customer) {
        List<OrderSummary> first = page(customer, null);
        if (first.isEmpty()) {
            return new EmptyState(
                    Icon.LIST_CHECKS, words.say("orders.of-customer.none"), words.say("orders.of-customer.none.why"));
        }
        var list = new UnorderedList();
        list.addClassName("mapped");
        var more = new Div();
        var section = new Div(list, more);
        section.addClassName("section");
        append(customer, list, more, first);
        return section;
    }

    private void append(CustomerDetails customer, UnorderedList list, Div more, List<OrderSummary> orders) {
        orders.forEach(order -> list.add(line(order)));
        more.removeAll();
        if (orders.size() == PAGE) {
            more.add(Buttons.flat(
                    words.say("orders.of-customer.more"),
                    () -> append(customer, list, more, page(customer, orders.getLast()))));
        }
    }

    private List<OrderSummary> page(CustomerDetails customer, @Nullable OrderSummary after) {
        return customer.ids().stream()
                .flatMap(id -> queries.forCustomer(id, after, PAGE).stream())
                .sorted(NEWEST)
                .limit(PAGE)
                .toList();
    }

    private ListItem line(OrderSummary order) {
        var number = new Anchor("orders/" + order.number(), order.number());
        number.getElement().setAttribute("router-link", true);
        var items = new Span(order.itemText());
        items.addClassNames("grow", "cut", "quiet");
        items.setTitle(order.itemText());
        var paid = new Span(words.money(order.paidMinor(), order.currency()));
        paid.addClassName("nowrap");
        return new ListItem(
                Marks.channel(order.channel(), words.channel(order.channel())),
                number,
                Marks.fulfilment(words.step(order), words.anchor(order)),
                items,
                paid);
    }
}
