package com.dingshu.channels.ui;

import com.dingshu.catalog.Catalog;
import com.dingshu.channels.InboxAttempt;
import com.dingshu.channels.InboxDetails;
import com.dingshu.channels.InboxQueries;
import com.dingshu.channels.InboxReason;
import com.dingshu.channels.InboxRepair;
import com.dingshu.channels.InboxSummary;
import com.dingshu.channels.IntakeRuns;
import com.dingshu.channels.Mappings;
import com.dingshu.channels.PayloadReading;
import com.dingshu.channels.RawKind;
import com.dingshu.shared.Money;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Confirm;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Keys;
import com.dingshu.uikit.Marks;
import com.dingshu.uikit.Pulse;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Objects;

/** One payload: why it waits, the message as it came, what the mapping makes of it, what was tried, and the repairs. */
final class InboxPane extends Div {

    private static final int LONGEST_REASON = 200;

    private final InboxDetails payload;
    private final InboxSummary row;
    private final Tools tools;
    private final ChannelWords words;
    private final Runnable changed;

    /** The doors and helpers the pane works with. */
    record Tools(
            InboxQueries inbox,
            InboxRepair repair,
            IntakeRuns runs,
            Mappings mappings,
            Catalog catalog,
            Pulse pulse,
            ChannelWords words) {}

    /**
     * @param back shown on a narrow screen only, where the list makes way for the payload
     * @param changed told when something was done about the payload
     */
    InboxPane(InboxDetails payload, Tools tools, Runnable back, Runnable changed) {
        this.payload = payload;
        this.row = payload.summary();
        this.tools = tools;
        this.words = tools.words();
        this.changed = changed;
        addClassName("inbox-pane");
        Button toList = Buttons.with(Icon.ARROW_LEFT, Buttons.flat(words.say("channels.inbox.back"), back));
        toList.addClassName("back");
        add(toList, row.state().needsRepair() ? hold() : standing());
        add(Parts.div("inbox-halves", new PayloadCode(payload, tools.inbox(), words), reading()));
        Component foot = foot();
        if (foot.getElement().getChildCount() > 0) {
            add(foot);
        }
    }

    private String mapping() {
        return row.kind() == RawKind.FILE ? "file" : row.channel();
    }

    private boolean waitsForItem() {
        return row.waitingItem() != null && row.state().needsRepair();
    }

    // ---------- why it waits ----------

    private Component hold() {
        Div said = new Div(Parts.bold(words.heading(row)), new Span(consequence()));
        Div hold = Parts.div("hold", Icon.TRIANGLE_ALERT.create(), said);
        hold.addClassName(words.tone(row) == Marks.Tone.RED ? "red" : "amber");
        hold.getElement().setAttribute("role", "group");
        hold.getElement().setAttribute("aria-label", words.heading(row));
        return hold;
    }

    private String consequence() {
        String since = payload.alikeSince() == null
                ? ""
                : words.say(
                        "channels.inbox.since",
                        words.formats().time(payload.alikeSince()),
                        words.formats().count(payload.alike(), InboxQueries.MOST_COUNTED));
        return since + words.remedy(row.problemKind());
    }

    private Component standing() {
        Div band = Parts.div("standing", Parts.bold(words.say("channels.state." + row.state())));
        String number = row.orderNumber();
        if (number != null) {
            Element link = Parts.element("a", number);
            link.setAttribute("href", "orders/" + number);
            link.setAttribute("router-link", true);
            band.getElement().appendChild(link);
        }
        band.add(Parts.span("faint", words.number(row) + " · " + words.shop(row.shopId())));
        return band;
    }

    // ---------- what the mapping makes of it ----------

    private Component reading() {
        Section section = new Section();
        section.add(Parts.div(
                "band",
                new H2(words.say("channels.reading.title")),
                Parts.small(versions()),
                Parts.gap(),
                mappingLink()));
        if (row.kind() == RawKind.NOTICE) {
            section.add(Parts.div("section", new Span(words.say("channels.reading.notice"))));
        } else {
            section.add(ReadingTable.of(words, row, payload.current(), payload.draft()));
        }
        outcome(section);
        section.add(story());
        return section;
    }

    private String versions() {
        PayloadReading draft = payload.draft();
        return draft == null
                ? words.say("channels.reading.current", payload.current().version())
                : words.say("channels.reading.draft", payload.current().version(), draft.version());
    }

    private Component mappingLink() {
        HtmlComponent link = new HtmlComponent("a");
        link.getElement().setAttribute("href", MappingsView.at(mapping(), row.id()));
        link.getElement().setAttribute("router-link", true);
        link.getElement().setText(words.say("channels.reading.edit"));
        return link;
    }

    private void outcome(Section section) {
        PayloadReading best = payload.draft() == null ? payload.current() : payload.draft();
        PayloadReading.Outcome outcome = best.outcome();
        if (outcome == null || waitsForItem() || !row.state().needsRepair()) {
            return;
        }
        Div box = Parts.div("outcome", Parts.bold(words.say("channels.outcome.title")));
        box.add(new Span(words.say(
                "channels.outcome",
                outcome.channelOrderNo(),
                words.formats().money(new Money(outcome.paidMinor(), outcome.currency())),
                outcome.lines(),
                outcome.pieces())));
        if (payload.draft() != null && payload.alike() > 1) {
            InboxQueries.Tried tried =
                    tools.inbox().tryAlike(row.id(), payload.draft().version());
            box.add(Parts.span("quiet", words.say("channels.outcome.alike", tried.tried(), tried.good())));
        }
        section.add(box);
    }

    // ---------- what happened ----------

    private Component story() {
        Section story = new Section(new H3(words.say("channels.story.title")));
        story.addClassName("section");
        Element list = new Element("ol");
        list.getClassList().add("timeline");
        list.appendChild(entry(words.formats().exactTime(row.receivedAt()), arrival(), "", "key"));
        for (InboxAttempt attempt : payload.attempts()) {
            list.appendChild(entry(
                    words.formats().exactTime(attempt.at()),
                    words.say("channels.step." + attempt.step()),
                    detail(attempt),
                    tone(attempt)));
        }
        if (payload.attempts().isEmpty() && row.orderNumber() != null) {
            list.appendChild(entry(
                    words.formats().exactTime(row.changedAt()),
                    words.say("channels.step.WENT_IN"),
                    row.orderNumber(),
                    "key"));
        }
        if (row.nextAt() != null && row.state().needsRepair()) {
            list.appendChild(entry(
                    words.formats().exactTime(Objects.requireNonNull(row.nextAt())),
                    words.say("channels.step.next"),
                    "",
                    ""));
        }
        story.getElement().appendChild(list);
        return story;
    }

    private String arrival() {
        return row.repeats() == 0
                ? words.say("channels.step.received", payload.origin())
                : words.say("channels.step.received.again", payload.origin(), row.repeats());
    }

    private String detail(InboxAttempt attempt) {
        String by = attempt.by() == null ? "" : attempt.by();
        String what =
                switch (attempt.step()) {
                    case REJECTED, FAILED, GIVEN_UP ->
                        words.problem(attempt.problemKind(), attempt.problemField(), attempt.problemDetail());
                    case WENT_IN -> attempt.orderNumber() == null ? "" : attempt.orderNumber();
                    case DISCARDED -> attempt.problemDetail() == null ? "" : attempt.problemDetail();
                    case RERUN -> "";
                };
        return by.isEmpty() || what.isEmpty() ? by + what : by + " · " + what;
    }

    private static String tone(InboxAttempt attempt) {
        return switch (attempt.step()) {
            case REJECTED, FAILED, GIVEN_UP -> "bad";
            case WENT_IN -> "key";
            case RERUN, DISCARDED -> "";
        };
    }

    private static Element entry(String time, String what, String detail, String className) {
        Element words = new Element("div").appendChild(Parts.element("b", what));
        if (!detail.isEmpty()) {
            words.appendChild(Element.createText(" "), Parts.element("small", detail));
        }
        Element entry = new Element("li").appendChild(Parts.element("time", time), new Element("i"), words);
        if (!className.isEmpty()) {
            entry.getClassList().add(className);
        }
        return entry;
    }

    // ---------- repairs ----------

    private Component foot() {
        Div foot = Parts.div("pane-foot");
        if (!Parts.may(Permission.CHANNELS_REPAIR) || !row.state().needsRepair()) {
            return foot;
        }
        PayloadReading draft = payload.draft();
        if (waitsForItem()) {
            foot.add(Keys.shown(
                    Buttons.with(Icon.LINK, Buttons.primary(words.say("channels.inbox.map-item"), this::mapItem)),
                    "m"));
            foot.add(Keys.shown(Buttons.plain(words.say("channels.inbox.rerun"), this::rerun), "r"));
        } else if (draft != null && draft.problems().isEmpty() && Parts.may(Permission.CHANNELS_CONFIGURE)) {
            foot.add(Buttons.with(
                    Icon.ROTATE_CCW,
                    Buttons.primary(
                            words.say("channels.inbox.publish", draft.version(), payload.alike()),
                            () -> publish(draft))));
        } else {
            foot.add(Keys.shown(
                    Buttons.with(Icon.ROTATE_CCW, Buttons.primary(words.say("channels.inbox.rerun"), this::rerun)),
                    "r"));
        }
        if (payload.alike() > 1 && row.nextAt() == null) {
            foot.add(Buttons.plain(
                    words.say(
                            "channels.inbox.rerun-alike",
                            words.formats().count(payload.alike(), InboxQueries.MOST_COUNTED)),
                    this::rerunAlike));
        }
        foot.add(Parts.gap(), Buttons.danger(words.say("channels.inbox.discard"), this::discard));
        return foot;
    }

    private void mapItem() {
        new MapItemDialog(row, tools.inbox(), tools.repair(), tools.catalog(), words, changed).open();
    }

    private void rerun() {
        tools.repair().rerun(List.of(row.id()));
        Toasts.done(words.say("channels.inbox.rerun.done"));
        changed.run();
    }

    private void rerunAlike() {
        row.reason().ifPresent(this::rerunAlike);
    }

    private void rerunAlike(InboxReason reason) {
        tools.runs()
                .rerun(reason)
                .ifPresentOrElse(
                        run -> new RunDialog(run, tools.runs(), words, tools.pulse(), changed).open(), changed);
    }

    private void publish(PayloadReading draft) {
        TextArea why = area("channels.mapping.why");
        Confirm.ask(words.say("channels.mapping.publish.ask", draft.version()))
                .says(words.say("channels.mapping.publish.says", words.channel(mapping())))
                .with(why)
                .open(
                        words.say("channels.mapping.publish.keep"),
                        words.say("channels.inbox.publish", draft.version(), payload.alike()),
                        () -> filled(why),
                        () -> {
                            tools.mappings().publish(mapping(), why.getValue().strip());
                            rerunAlike();
                        });
    }

    private void discard() {
        TextArea why = area("channels.inbox.discard.why");
        Confirm.ask(words.say("channels.inbox.discard.ask", words.number(row)))
                .says(words.say("channels.inbox.discard.says"))
                .with(why)
                .open(
                        words.say("channels.inbox.discard.keep"),
                        words.say("channels.inbox.discard.do"),
                        () -> filled(why),
                        () -> {
                            tools.repair()
                                    .discard(List.of(row.id()), why.getValue().strip());
                            Toasts.done(words.say("channels.inbox.discard.done", words.number(row)));
                            changed.run();
                        });
    }

    private TextArea area(String key) {
        TextArea area = new TextArea(words.say(key));
        area.setMaxLength(LONGEST_REASON);
        area.setRequired(true);
        area.setWidthFull();
        return area;
    }

    private boolean filled(TextArea area) {
        boolean empty = area.getValue().isBlank();
        area.setErrorMessage(words.say("channels.why.missing"));
        area.setInvalid(empty);
        return !empty;
    }
}
