package com.dingshu.customers.ui;

import com.dingshu.audit.ui.HistoryPanel;
import com.dingshu.customers.Contact;
import com.dingshu.customers.CustomerDetails;
import com.dingshu.customers.CustomerDetails.Identity;
import com.dingshu.customers.CustomerDetails.Merged;
import com.dingshu.customers.CustomerDetails.Region;
import com.dingshu.customers.CustomerMerges;
import com.dingshu.customers.CustomerQueries;
import com.dingshu.customers.CustomerSummary;
import com.dingshu.customers.ui.CustomerListView.Moves;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Facts;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Marks;
import com.dingshu.uikit.Pane;
import com.dingshu.uikit.Reveal;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** One customer beside the list: how to reach them, by what they are recognised, who was merged into them, their history. */
final class CustomerPane {

    private final CustomerDetails customer;
    private final CustomerQueries queries;
    private final CustomerMerges merges;
    private final CustomerWords words;
    private final List<CustomerPanel> panels;
    private final Moves moves;
    private final Merging merging;

    CustomerPane(
            CustomerDetails customer,
            CustomerQueries queries,
            CustomerMerges merges,
            CustomerWords words,
            List<CustomerPanel> panels,
            Moves moves) {
        this.customer = customer;
        this.queries = queries;
        this.merges = merges;
        this.words = words;
        this.panels = panels;
        this.moves = moves;
        this.merging = new Merging(customer.summary(), queries, merges, words, moves);
    }

    Pane pane() {
        CustomerSummary summary = customer.summary();
        Pane pane = new Pane(words.name(summary), words.say("customers.close"), moves::close)
                .beside(Marks.channel(summary.channel(), words.channel(summary.channel())));
        if (customer.standIn() != null) {
            pane.first(away(customer.standIn()));
        }
        return pane.tabs(tabs());
    }

    private LinkedHashMap<String, Supplier<Component>> tabs() {
        var tabs = new LinkedHashMap<String, Supplier<Component>>();
        tabs.put(words.say("customers.tab.overview"), this::overview);
        panels.stream()
                .filter(panel -> panel.shows(customer))
                .forEach(panel -> tabs.put(words.say(panel.titleKey()), () -> panel.create(customer)));
        if (may(Permission.HISTORY_VIEW)) {
            tabs.put(
                    words.say("customers.tab.history"),
                    () -> new HistoryPanel(
                            queries.history(customer.summary().id()), words.history(queries), words.formats()));
        }
        return tabs;
    }

    private Component overview() {
        var all = new Div(
                Pane.section(words.say("customers.part.contact"), contact(), region()),
                Pane.section(words.say("customers.part.identities"), identities()));
        if (customer.standIn() == null) {
            all.add(merged());
        }
        return all;
    }

    private Component contact() {
        CustomerSummary summary = customer.summary();
        String masked = words.person(summary) + "\n" + summary.contact().address();
        if (may(Permission.CONTACT_REVEAL) && customer.known()) {
            return new Reveal(
                    masked,
                    () -> queries.reveal(summary.id()).map(CustomerPane::clear).orElse(masked));
        }
        var plain = new Div(masked);
        plain.addClassName("pre-line");
        return plain;
    }

    private static String clear(Contact contact) {
        return contact.name() + " " + contact.phone() + "\n" + contact.address().oneLine();
    }

    private Component region() {
        Region region = customer.region();
        var facts = new Facts();
        if (!region.country().equals("CN")) {
            facts.line(words.say("customers.country"), region.country());
        }
        return facts.line(words.say("customers.province"), region.province())
                .line(words.say("customers.city"), region.city())
                .line(words.say("customers.district"), region.district());
    }

    private Component identities() {
        if (customer.identities().isEmpty()) {
            return new Paragraph(words.say("customers.identities.none"));
        }
        var list = new UnorderedList();
        list.addClassName("mapped");
        customer.identities().forEach(identity -> list.add(line(identity)));
        return list;
    }

    private ListItem line(Identity identity) {
        var name = new Span(words.identity(identity));
        name.addClassNames("grow", "cut");
        var since = new Span(words.say("customers.since", words.formats().time(identity.firstSeenAt())));
        since.addClassName("faint");
        return new ListItem(name, since);
    }

    private Component merged() {
        var section = Pane.section(words.say("customers.part.merged"));
        if (!customer.merged().isEmpty()) {
            section.add(list(customer.merged().stream().map(this::line).toList()));
        }
        List<CustomerSummary> alike = merges.alike(customer.summary().id());
        if (!alike.isEmpty()) {
            section.add(
                    faint("customers.alike"),
                    list(alike.stream().map(this::alike).toList()));
        } else if (customer.merged().isEmpty()) {
            section.add(faint("customers.merged.none"));
        }
        if (may(Permission.CUSTOMERS_EDIT)) {
            section.add(Buttons.small(
                    Buttons.with(Icon.MERGE, Buttons.plain(words.say("customers.merge.other"), merging::choose))));
        }
        return section;
    }

    private ListItem line(Merged end) {
        var when = new Span(end.by() + " " + words.formats().time(end.at()));
        when.addClassName("faint");
        var line = person(end.customer());
        line.add(when);
        if (may(Permission.CUSTOMERS_EDIT)) {
            line.add(Buttons.small(Buttons.plain(
                    words.say("customers.undo"),
                    () -> merging.undo(end.customer(), customer.summary().id()))));
        }
        return line;
    }

    private ListItem alike(CustomerSummary other) {
        var line = person(other);
        if (may(Permission.CUSTOMERS_EDIT)) {
            line.add(Buttons.small(Buttons.plain(words.say("customers.merge"), () -> merging.ask(other))));
        }
        return line;
    }

    private ListItem person(CustomerSummary other) {
        var name = Buttons.flat(words.person(other), () -> moves.show(other.id()));
        name.addThemeNames("link");
        var gap = new Span();
        gap.addClassName("grow");
        return new ListItem(Marks.channel(other.channel(), words.channel(other.channel())), name, gap);
    }

    private Component away(Merged end) {
        var banner = new Div(new Span(words.say(
                "customers.away",
                words.person(end.customer()),
                Objects.requireNonNull(end.by()),
                words.formats().time(end.at()))));
        banner.addClassNames("banner", "amber");
        banner.add(Buttons.small(Buttons.plain(
                words.say("customers.away.show"),
                () -> moves.show(end.customer().id()))));
        if (may(Permission.CUSTOMERS_EDIT)) {
            banner.add(Buttons.small(Buttons.plain(
                    words.say("customers.undo"),
                    () -> merging.undo(customer.summary(), customer.summary().id()))));
        }
        return banner;
    }

    private static UnorderedList list(List<ListItem> lines) {
        var list = new UnorderedList(lines.toArray(ListItem[]::new));
        list.addClassName("mapped");
        return list;
    }

    private Component faint(String key) {
        var hint = new Paragraph(words.say(key));
        hint.addClassName("faint");
        return hint;
    }

    private static boolean may(Permission permission) {
        return Acting.current().actor().may(permission);
    }
}
