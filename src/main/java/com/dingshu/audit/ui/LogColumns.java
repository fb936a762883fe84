package com.dingshu.audit.ui;

import com.dingshu.tenancy.FollowUp;
import com.dingshu.tenancy.OperationLog.Entry;
import com.dingshu.uikit.Columns;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Marks;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of the operation log, and the one card that stands for them on a phone. */
final class LogColumns {

    private final Grid<Entry> grid;
    private final Formats formats;
    private final SerializableConsumer<Entry> follow;
    private final Grid.Column<Entry> who;

    LogColumns(Grid<Entry> grid, Formats formats, SerializableConsumer<Entry> follow) {
        this.grid = grid;
        this.formats = formats;
        this.follow = follow;
        var columns = new Columns<>(grid, card());
        columns.text(grid.getTranslation("audit.log.at"), "136px", entry -> formats.exactTime(entry.at()));
        who = columns.text(grid.getTranslation("audit.log.who"), "120px", this::who);
        columns.text(grid.getTranslation("audit.log.action"), "168px", this::action);
        columns.add(grid.getTranslation("audit.log.hand"), "88px", Marks.tag(entry -> Marks.Tone.AMBER, this::manual));
        columns.add(grid.getTranslation("audit.log.follow-up"), "128px", followUp());
        columns.text(grid.getTranslation("audit.log.subject"), "180px", this::subject);
        columns.text(grid.getTranslation("audit.log.reason"), "220px", LogColumns::why)
                .setFlexGrow(1);
        columns.text(
                grid.getTranslation("audit.log.device"),
                "200px",
                entry -> entry.device() == null ? "" : entry.device());
    }

    boolean isWho(Grid.Column<Entry> column) {
        return column.equals(who);
    }

    private Renderer<Entry> card() {
        return LitRenderer.<Entry>of("""
                        <div class="order-card">
                          <div><b class="cut">${item.action}</b><span class="grow"></span>
                            ${item.manual ? html`<ds-tag tone="amber">${item.manual}</ds-tag>` : ''}<span class="faint">${item.at}</span></div>
                          <div><span>${item.who}</span><span class="cut grow quiet">${item.subject}</span></div>
                          ${item.why ? html`<div class="quiet">${item.why}</div>` : ''}
                          ${item.state ? html`<div><button type="button" class="follow" @click=${follow}><ds-tag tone=${item.tone}>${item.state}</ds-tag></button></div>` : ''}
                        </div>""")
                .withFunction("follow", follow)
                .withProperty("tone", LogColumns::tone)
                .withProperty("state", this::standing)
                .withProperty("action", this::action)
                .withProperty("manual", this::manual)
                .withProperty("at", entry -> formats.exactTime(entry.at()))
                .withProperty("who", this::who)
                .withProperty("subject", this::subject)
                .withProperty("why", LogColumns::why);
    }

    /** How the follow-up stands; a press opens it. */
    private Renderer<Entry> followUp() {
        return LitRenderer.<Entry>of("""
                        ${item.state
                          ? html`<button type="button" class="follow" @click=${follow}><ds-tag tone=${item.tone}>${item.state}</ds-tag></button>`
                          : ''}""")
                .withFunction("follow", follow)
                .withProperty("tone", LogColumns::tone)
                .withProperty("state", this::standing);
    }

    private static String tone(Entry entry) {
        return switch (entry.followUp()) {
            case null -> "grey";
            case FollowUp followUp ->
                switch (followUp.state()) {
                    case OPEN -> "amber";
                    case MISSED -> "red";
                    case DONE -> "green";
                };
        };
    }

    private String standing(Entry entry) {
        if (!entry.manual()) {
            return "";
        }
        return switch (entry.followUp()) {
            case null -> grid.getTranslation("audit.follow-up.none");
            case FollowUp followUp ->
                grid.getTranslation(
                        "audit.follow-up." + followUp.state(),
                        formats.day(followUp.dueOn()),
                        followUp.doneBy() == null ? "" : followUp.doneBy());
        };
    }

    /** People by name; for the others what they are. */
    private String who(Entry entry) {
        return entry.actorId() == null ? grid.getTranslation("audit.log.kind." + entry.actorKind()) : entry.actorName();
    }

    private String action(Entry entry) {
        return known("log." + entry.action(), entry.action());
    }

    /** What was done to what, in words. */
    String what(Entry entry) {
        return action(entry) + " · " + subject(entry);
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
