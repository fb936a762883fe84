package com.dingshu.orders.ui;

import com.dingshu.orders.OrderDetails;
import com.dingshu.orders.OrderQueries;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Keys;
import com.dingshu.uikit.Marks;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One order beside the list: where it stands, why, what is in it, what happened, and what can be done now. */
final class OrderPane extends Aside {

    /** How the pane leaves or moves on. */
    interface Way {
        void close();

        void previous();

        void next();
    }

    private final OrderDetails order;
    private final OrderQueries queries;
    private final OrderWords words;
    private final OrderActions actions;
    private final List<OrderPanel> panels;
    private final Div body = new Div();

    OrderPane(
            OrderDetails order,
            OrderQueries queries,
            OrderWords words,
            OrderActions actions,
            List<OrderPanel> panels,
            Way way) {
        this.order = order;
        this.queries = queries;
        this.words = words;
        this.actions = actions;
        this.panels = panels;
        addClassName("pane");
        getElement().setAttribute("aria-label", words.say("orders.pane", order.number()));
        body.addClassName("pane-body");
        body.getElement().setAttribute("tabindex", "0");
        add(head(way), StepsBar.of(order, words));
        HoldBoxes.of(order, words, actions).forEach(this::add);
        add(tabs(), body, actions.foot(order));
    }

    private Component head(Way way) {
        H2 number = new H2(order.number());
        Span gap = new Span();
        gap.addClassName("grow");
        Div head = new Div(
                Marks.channel(
                        order.summary().channel(), words.channel(order.summary().channel())),
                number,
                Buttons.icon(Icon.COPY, words.say("orders.copy"), this::copy));
        order.summary().tags().forEach(tag -> head.add(Marks.tag(Marks.Tone.VIOLET, tag)));
        head.add(
                gap,
                Buttons.icon(Icon.CHEVRON_UP, words.say("orders.previous"), way::previous),
                Buttons.icon(Icon.CHEVRON_DOWN, words.say("orders.next"), way::next),
                Buttons.icon(Icon.X, words.say("orders.close"), way::close));
        head.addClassName("pane-head");
        return head;
    }

    private void copy() {
        getElement().executeJs("window.ds.copy($0)", order.number());
    }

    private Tabs tabs() {
        Map<Tab, Supplier<Component>> contents = new LinkedHashMap<>();
        contents.put(tab("orders.tab.overview", 1), () -> OverviewTab.of(order, queries, words, actions));
        int key = 2;
        for (OrderPanel panel : panels) {
            if (panel.shows(order)) {
                contents.put(tab(panel.titleKey(), key++), () -> panel.create(order));
            }
        }
        contents.put(tab("orders.tab.timeline", key++), () -> TimelineTab.of(queries.timeline(order.id()), words));
        if (Acting.current().actor().may(Permission.HISTORY_VIEW)) {
            contents.put(tab("orders.tab.history", key), () -> HistoryTab.of(queries.history(order.id()), words));
        }
        Tabs tabs = new Tabs(contents.keySet().toArray(Tab[]::new));
        tabs.addSelectedChangeListener(change -> show(contents.get(change.getSelectedTab())));
        show(contents.get(tabs.getSelectedTab()));
        return tabs;
    }

    private Tab tab(String titleKey, int key) {
        return Keys.on(new Tab(words.say(titleKey)), String.valueOf(key));
    }

    private void show(@Nullable Supplier<Component> content) {
        body.removeAll();
        if (content != null) {
            body.add(content.get());
        }
    }
}
