package com.dingshu.audit.ui;

import com.dingshu.tenancy.OperationLog.Entry;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Marks;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of the operation log, and the one card that stands for them on a phone. */
final class LogColumns {

    private final Grid<Entry> grid;
    private final Formats formats;
    private final List<Grid.Column<Entry>> wide = new ArrayList<>();
    private final Grid.Column<Entry> who;
    private final Grid.Column<Entry> card;

    LogColumns(Grid<Entry> grid, Formats formats) {
        this.grid = grid;
        this.formats = formats;
        column("audit.log.at", "136px", text(entry -> formats.exactTime(entry.at())));
        who = column("audit.log.who", "120px", text(this::who));
        column("audit.log.action", "168px", text(this::action));
        column("audit.log.hand", "88px", Marks.tag(entry -> Marks.Tone.AMBER, this::manual));
        column("audit.log.subject", "180px", text(this::subject));
        column("audit.log.reason", "220px", text(LogColumns::why)).setFlexGrow(1);
        column("audit.log.device", "200px", text(entry -> entry.device() == null ? "" : entry.device()));
        card = grid.addColumn(card()).setFlexGrow(1);
        card.setVisible(false);
    }

    boolean isWho(Grid.Column<Entry> column) {
        return column.equals(who);
    }

    void narrow(boolean narrow) {
        wide.forEach(column -> column.setVisible(!narrow));
        card.setVisible(narrow);
        grid.setClassName("cards", narrow);
    }

    private Grid.Column<Entry> column(String key, String width, Renderer<Entry> renderer) {
        Grid.Column<Entry> column = grid.addColumn(renderer)
                .setHeader(grid.getTranslation(key))
                .setWidth(width)
                .setFlexGrow(0);
        wide.add(column);
        return column;
    }

    private Renderer<Entry> card() {
        return LitRenderer.<Entry>of("""
                        <div class="order-card">
                          <div><b class="cut">${item.action}</b><span class="grow"></span>
                            ${item.manual ? html`<ds-tag tone="amber">${item.manual}</ds-tag>` : ''}<span class="faint">${item.at}</span></div>
                          <div><span>${item.who}</span><span class="cut grow quiet">${item.subject}</span></div>
                          ${item.why ? html`<div class="quiet">${item.why}</div>` : ''}
                        </div>""")
                .withProperty("action", this::action)
                .withProperty("manual", this::manual)
                .withProperty("at", entry -> formats.exactTime(entry.at()))
                .withProperty("who", this::who)
                .withProperty("subject", this::subject)
                .withProperty("why", LogColumns::why);
    }

    private static Renderer<Entry> text(ValueProvider<Entry, String> value) {
        return LitRenderer.<Entry>of("<span class=\"cut\" title=${item.text}>${item.text}</span>")
                .withProperty("text", value);
    }

    /** People by name; for the others what they are. */
    private String who(Entry entry) {
        return entry.actorId() == null ? grid.getTranslation("audit.log.kind." + entry.actorKind()) : entry.actorName();
    }

    private String action(Entry entry) {
        return known("log." + entry.action(), entry.action());
    }

    private String subject(Entry entry) {
        return known("log.subject." + entry.subjectType(), entry.subjectType()) + " " + entry.subject();
    }

    private String manual(Entry entry) {
        return entry.manual() ? grid.getTranslation("audit.log.by-hand") : "";
    }

    private static String why(Entry entry) {
        return Stream.of(entry.reason(), entry.detail())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    /** Texts answer with the key where they know no words. */
    private String known(String key, String otherwise) {
        String words = grid.getTranslation(key);
        return words.equals(key) ? otherwise : words;
    }
}
