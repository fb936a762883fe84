package com.dingshu.notifications.ui;

import com.dingshu.notifications.MessageRow;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Keys;
import com.dingshu.uikit.Marks;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One message beside the list: its words, what was put into them, and how far it came. */
final class MessagePane extends Aside {

    private final transient MessageRow message;
    private final transient MessageWords words;
    private final boolean opensOrders;

    MessagePane(
            MessageRow message, MessageWords words, boolean opensOrders, @Nullable Runnable resend, Runnable close) {
        this.message = message;
        this.words = words;
        this.opensOrders = opensOrders;
        addClassName("pane");
        getElement().setAttribute("aria-label", words.template(message));
        var body = new Div(text(), facts(), params());
        body.addClassName("pane-body");
        body.getElement().setAttribute("tabindex", "0");
        add(head(close), body);
        if (resend != null && message.resendable()) {
            var foot = new Div(Keys.shown(
                    Buttons.with(Icon.SEND, Buttons.primary(words.say("notifications.resend"), resend)), "s"));
            foot.addClassName("pane-foot");
            add(foot);
        }
    }

    private Component head(Runnable close) {
        var gap = new Span();
        gap.addClassName("grow");
        var head = new Div(
                new H2(words.template(message)),
                Marks.tag(words.tone(message.state()), words.state(message)),
                gap,
                Buttons.icon(Icon.X, words.say("notifications.close"), close));
        head.addClassName("pane-head");
        return head;
    }

    private Component text() {
        var text = new Paragraph(words.text(message));
        text.addClassName("message-text");
        text.setClassName("faint", message.text() == null);
        var section = new Section(text);
        section.addClassName("section");
        if (message.problem() != null) {
            var problem = new Paragraph(words.problem(message.problem()));
            problem.addClassName("bad");
            section.add(problem);
        }
        return section;
    }

    private Component facts() {
        var facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "notifications.to", new Span(message.to()));
        if (!message.subject().isEmpty()) {
            fact(facts, "notifications.subject", subject());
        }
        fact(facts, "notifications.at", time(message.createdAt()));
        fact(facts, "notifications.sent-at", time(message.sentAt()));
        if (message.expiresAt() != null) {
            fact(facts, "notifications.expires-at", time(message.expiresAt()));
        }
        fact(
                facts,
                "notifications.way",
                new Span(message.way() == null ? "–" : words.say("notifications.way." + message.way())));
        var section = new Section(facts);
        section.addClassName("section");
        return section;
    }

    private Component subject() {
        if (!opensOrders || !message.subjectType().equals("order")) {
            return new Span(message.subject());
        }
        var link = new Anchor("orders/" + message.subject(), message.subject());
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private Component params() {
        var section = new Section(new H3(words.say("notifications.params")));
        section.addClassName("section");
        section.setVisible(!message.params().isEmpty());
        var facts = new DescriptionList();
        facts.addClassName("facts");
        message.params().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(param -> facts.add(
                        new DescriptionList.Term(param.getKey()), new DescriptionList.Description(param.getValue())));
        section.add(facts);
        return section;
    }

    private Span time(@Nullable Instant at) {
        return new Span(at == null ? "–" : words.formats().exactTime(at));
    }

    private void fact(DescriptionList facts, String key, Component value) {
        facts.add(new DescriptionList.Term(words.say(key)), new DescriptionList.Description(value));
    }
}
