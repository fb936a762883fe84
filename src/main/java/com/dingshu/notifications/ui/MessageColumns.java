package com.dingshu.notifications.ui;

import com.dingshu.notifications.MessageRow;
import com.dingshu.uikit.Marks;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The columns of the outbox, and the one card that stands for them on a phone. */
final class MessageColumns {

    private final Grid<MessageRow> grid;
    private final MessageWords words;
    private final List<Grid.Column<MessageRow>> wide = new ArrayList<>();
    private final Grid.Column<MessageRow> card;

    MessageColumns(Grid<MessageRow> grid, MessageWords words) {
        this.grid = grid;
        this.words = words;
        column("notifications.at", "120px", text(row -> words.formats().time(row.createdAt())))
                .setFrozen(true);
        column("notifications.to", "128px", text(MessageRow::to));
        column("notifications.template", "132px", text(words::template));
        column("notifications.state", "96px", state());
        column("notifications.subject", "136px", text(MessageRow::subject));
        column("notifications.text", "320px", text(words::text)).setFlexGrow(1);
        column("notifications.remark", "180px", text(row -> Objects.requireNonNullElse(words.remark(row), "")));
        card = grid.addColumn(card()).setFlexGrow(1);
        card.setVisible(false);
    }

    void narrow(boolean narrow) {
        wide.forEach(column -> column.setVisible(!narrow));
        card.setVisible(narrow);
        grid.setClassName("cards", narrow);
    }

    private Grid.Column<MessageRow> column(String key, String width, Renderer<MessageRow> renderer) {
        Grid.Column<MessageRow> column = grid.addColumn(renderer)
                .setHeader(words.say(key))
                .setWidth(width)
                .setFlexGrow(0);
        wide.add(column);
        return column;
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

    private static Renderer<MessageRow> text(ValueProvider<MessageRow, String> value) {
        return LitRenderer.<MessageRow>of("<span class=\"cut\" title=${item.text}>${item.text}</span>")
                .withProperty("text", value);
    }
}
