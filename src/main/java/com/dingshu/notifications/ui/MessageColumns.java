package com.dingshu.notifications.ui;

import com.dingshu.notifications.MessageRow;
import com.dingshu.uikit.Columns;
import com.dingshu.uikit.Marks;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import java.util.Objects;

/** The columns of the outbox, and the one card that stands for them on a phone. */
final class MessageColumns {

    private final Grid<MessageRow> grid;
    private final MessageWords words;

    MessageColumns(Grid<MessageRow> grid, MessageWords words) {
        this.grid = grid;
        this.words = words;
    }

    void fill() {
        var columns = new Columns<>(grid, card());
        columns.text(words.say("notifications.at"), "120px", row -> words.formats()
                        .time(row.createdAt()))
                .setFrozen(true);
        columns.text(words.say("notifications.to"), "128px", MessageRow::to);
        columns.text(words.say("notifications.template"), "132px", words::template);
        columns.add(words.say("notifications.state"), "96px", state());
        columns.text(words.say("notifications.subject"), "136px", MessageRow::subject);
        columns.text(words.say("notifications.text"), "320px", words::text).setFlexGrow(1);
        columns.text(
                words.say("notifications.remark"), "180px", row -> Objects.requireNonNullElse(words.remark(row), ""));
    }

    /** Sent is the normal case and has no colour. */
    private Renderer<MessageRow> state() {
        return Marks.tag(row -> words.tone(row.state()), words::state);
    }

    private Renderer<MessageRow> card() {
        return LitRenderer.<MessageRow>of("""
                        <div class="order-card">
                          <div><b class="cut">${item.template}</b><span class="quiet">${item.to}</span><span class="grow"></span>
                            <ds-tag tone=${item.tone}>${item.state}</ds-tag></div>
                          <div><span class="cut grow">${item.text}</span><span class="faint">${item.at}</span></div>
                        </div>""")
                .withProperty("template", words::template)
                .withProperty("to", MessageRow::to)
                .withProperty("tone", row -> words.tone(row.state()).name().toLowerCase(java.util.Locale.ROOT))
                .withProperty("state", words::state)
                .withProperty("text", words::text)
                .withProperty("at", row -> words.formats().time(row.createdAt()));
    }
}
