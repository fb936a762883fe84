package com.dingshu.customers.ui;

import com.dingshu.customers.CustomerMerges;
import com.dingshu.customers.CustomerQueries;
import com.dingshu.customers.CustomerQuery;
import com.dingshu.customers.CustomerSummary;
import com.dingshu.customers.MergeResult;
import com.dingshu.customers.ui.CustomerListView.Moves;
import com.dingshu.tenancy.Acting;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Confirm;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Marks;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.UUID;

/** Finds the other record of the same person, asks, merges it into this one, and takes that back. */
final class Merging {

    private static final int MOST_SHOWN = 8;
    private static final int LONGEST_REASON = 200;

    private final CustomerSummary kept;
    private final CustomerQueries queries;
    private final CustomerMerges merges;
    private final CustomerWords words;
    private final Moves moves;

    Merging(CustomerSummary kept, CustomerQueries queries, CustomerMerges merges, CustomerWords words, Moves moves) {
        this.kept = kept;
        this.queries = queries;
        this.merges = merges;
        this.words = words;
        this.moves = moves;
    }

    /** Looks for the other one by what a person holds in hand. */
    void choose() {
        var dialog = new Dialog();
        dialog.setHeaderTitle(words.say("customers.merge.other"));
        dialog.setWidth("440px");
        dialog.setMaxWidth("calc(100vw - 32px)");
        var found = new Div();
        var search = new TextField(words.say("customers.search"));
        search.setWidthFull();
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            found.removeAll();
            if (!change.getValue().isBlank()) {
                found.add(hits(change.getValue(), dialog));
            }
        });
        dialog.add(search, found);
        dialog.getFooter().add(Buttons.plain(words.say("customers.merge.keep"), dialog::close));
        dialog.open();
        search.focus();
    }

    private com.vaadin.flow.component.Component hits(String text, Dialog dialog) {
        List<CustomerSummary> hits = queries.page(new CustomerQuery(text, null, MOST_SHOWN)).stream()
                .filter(other -> !other.merged() && !other.id().equals(kept.id()))
                .toList();
        if (hits.isEmpty()) {
            return new Paragraph(words.say("customers.merge.nobody"));
        }
        var list = new UnorderedList();
        list.addClassName("mapped");
        hits.forEach(other -> {
            var name = new Span(words.person(other));
            name.addClassNames("grow", "cut");
            list.add(new ListItem(
                    Marks.channel(other.channel(), words.channel(other.channel())),
                    name,
                    Buttons.small(Buttons.with(Icon.MERGE, Buttons.plain(words.say("customers.merge"), () -> {
                        dialog.close();
                        ask(other);
                    })))));
        });
        return list;
    }

    void ask(CustomerSummary other) {
        var reason = new TextField(words.say("customers.reason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        Confirm.ask(words.say("customers.merge.ask", words.person(other), words.person(kept)))
                .says(words.say("customers.merge.says"))
                .with(reason)
                .open(
                        words.say("customers.merge.keep"),
                        words.say("customers.merge"),
                        () -> merge(other, reason.getValue()));
    }

    private void merge(CustomerSummary other, String reason) {
        MergeResult result = because(reason).call(() -> merges.merge(kept.id(), other.id()));
        switch (result) {
            case MergeResult.Merged done ->
                Toasts.done(
                        words.say("customers.merge.done", words.person(other)),
                        words.say("customers.undo"),
                        () -> undo(other, kept.id()));
            case MergeResult.Already already -> {}
            case MergeResult.Refused(MergeResult.Why why) ->
                Toasts.note(words.say("customers.merge.refused." + why), null, null);
        }
        moves.changed(kept.id());
    }

    void undo(CustomerSummary merged, UUID show) {
        if (merges.undo(merged.id())) {
            Toasts.done(words.say("customers.undone", words.person(merged)));
        }
        moves.changed(show);
    }

    private static Acting because(String reason) {
        return Acting.current().because(reason.isBlank() ? null : reason.strip());
    }
}
