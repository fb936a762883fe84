package com.dingshu.orders.ui;

import com.dingshu.audit.History;
import com.dingshu.audit.ui.HistoryPanel;
import com.dingshu.orders.OrderSettings;
import com.dingshu.shared.Money;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.Shops;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Page;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From when on a person looks at an order, when it is late, and who changed that. */
@Route("settings/orders")
@Requires({Permission.THRESHOLDS_MANAGE, Permission.SETTINGS_MANAGE})
class OrderRulesView extends Page {

    private final transient OrderSettings settings;
    private final transient History history;
    private final transient Formats formats;
    private final transient RulesForm form;
    private final Section past;

    OrderRulesView(OrderSettings settings, Shops shops, History history, Formats formats) {
        super("orders.rules.title");
        this.settings = settings;
        this.history = history;
        this.formats = formats;
        this.form = new RulesForm(formats, currencies(shops));
        this.past = card("orders.rules.history");
        past.setVisible(Acting.current().actor().may(Permission.HISTORY_VIEW));
        header().actions(Buttons.primary(getTranslation("orders.rules.save"), this::save));
        var columns = new Div(
                new Div(
                        card("orders.rules.review", form.review()),
                        card("orders.rules.release", form.releasing()),
                        card("orders.rules.clocks", form.clocks())),
                new Div(past));
        columns.addClassName("columns");
        scroll(columns);
        show();
    }

    /** The books' own first, then those of the shops. */
    private Set<String> currencies(Shops shops) {
        var currencies = new LinkedHashSet<>(List.of(formats.currency()));
        shops.all().forEach(shop -> currencies.add(shop.currency()));
        return currencies;
    }

    private void show() {
        form.show(settings.current());
        past.removeAll();
        past.add(heading("orders.rules.history"));
        if (past.isVisible()) {
            past.add(settings.row().map(this::changes).orElseGet(this::neverChanged));
        }
    }

    private void save() {
        form.read().ifPresent(wanted -> {
            settings.save(wanted);
            show();
            Toasts.done(getTranslation("orders.rules.saved"));
        });
    }

    private Component changes(UUID row) {
        return new HistoryPanel(history.of(OrderSettings.audited(), row), new Words(), formats);
    }

    private Component neverChanged() {
        var words = new Paragraph(getTranslation("orders.rules.usual"));
        words.addClassName("card-none");
        return words;
    }

    private final class Words implements HistoryPanel.FieldWords {

        @Override
        public String field(String field) {
            return getTranslation("orders.rules.field." + field);
        }

        @Override
        public String value(String field, String stored) {
            return switch (field) {
                case "reviewAmounts" ->
                    Stream.of(stored.split(","))
                            .map(OrderRulesView::money)
                            .map(formats::money)
                            .collect(Collectors.joining("\n"));
                case "targetMinutes" -> formats.duration(Duration.ofMinutes(Long.parseLong(stored)));
                case "stopBuyerNotes", "autoRelease" ->
                    getTranslation(Boolean.parseBoolean(stored) ? "orders.rules.yes" : "orders.rules.no");
                default -> stored;
            };
        }
    }

    private static Money money(String stored) {
        int at = stored.indexOf('=');
        return new Money(Long.parseLong(stored.substring(at + 1)), stored.substring(0, at));
    }

    private Section card(String key, Component... parts) {
        var card = new Section(heading(key));
        card.addClassNames("card", "settings-card");
        card.add(parts);
        return card;
    }

    private Component heading(String key) {
        var head = new Div(new H2(getTranslation(key)), new Span());
        head.addClassName("card-head");
        return head;
    }
}
