package com.dingshu.channels.ui;

import com.dingshu.channels.InboxDetails;
import com.dingshu.channels.InboxQueries;
import com.dingshu.channels.PayloadLine;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Icon;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.stream.Collectors;

/** The payload as it came, line by line, the lines the mapping stumbles over marked. Contact data is masked until it is revealed. */
final class PayloadCode extends Section {

    private static final int MILLIS = 30_000;

    private final InboxDetails payload;
    private final InboxQueries inbox;
    private final ChannelWords words;
    private final Element code = new Element("pre");
    private final Button reveal;

    PayloadCode(InboxDetails payload, InboxQueries inbox, ChannelWords words) {
        this.payload = payload;
        this.inbox = inbox;
        this.words = words;
        this.reveal =
                Buttons.small(Buttons.with(Icon.EYE, Buttons.flat(words.say("channels.payload.reveal"), this::show)));
        reveal.setTooltipText(words.say("channels.payload.reveal.logged"));
        reveal.setVisible(Parts.may(Permission.CONTACT_REVEAL));
        code.getClassList().add("code");
        add(
                Parts.div(
                        "band",
                        new H2(words.say("channels.payload.title")),
                        Parts.small(facts()),
                        Parts.gap(),
                        reveal,
                        Buttons.icon(Icon.COPY, words.say("channels.payload.copy"), this::copy)),
                Parts.scrolling("scroller", words.say("channels.payload.title"), code));
        draw(payload.payload());
    }

    private String facts() {
        return words.say(
                payload.signed() ? "channels.payload.signed" : "channels.payload.unsigned",
                size(),
                words.formats().exactTime(payload.summary().receivedAt()));
    }

    private String size() {
        int bytes = payload.size();
        return bytes < 1_000 ? bytes + " B" : Math.round(bytes / 100.0) / 10.0 + " KB";
    }

    private void draw(List<PayloadLine> lines) {
        code.setProperty(
                "innerHTML",
                lines.isEmpty()
                        ? "<span>" + escaped(words.say("channels.payload.unreadable")) + "</span>"
                        : lines.stream().map(PayloadCode::html).collect(Collectors.joining()));
    }

    private static String html(PayloadLine line) {
        String key = line.key().isEmpty() ? "" : "<i>\"" + escaped(line.key()) + "\"</i>: ";
        return (line.faulty() ? "<span class=\"faulty\">" : "<span>") + "  ".repeat(line.depth()) + key
                + escaped(line.value()) + "</span>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void copy() {
        getElement().executeJs("window.ds.copy(this.querySelector('pre').innerText)");
    }

    private void show() {
        draw(inbox.revealLines(payload.summary().id()));
        reveal.setVisible(false);
        getElement().executeJs("setTimeout(() => this.$server.mask(), $0)", MILLIS);
    }

    @ClientCallable
    private void mask() {
        draw(payload.payload());
        reveal.setVisible(true);
    }
}
