package com.dingshu.channels.ui;

import com.dingshu.channels.InboxPage;
import com.dingshu.channels.InboxSummary;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Marks;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The payloads of a view, newest first; more are added at the end on request, none moves by itself. */
final class InboxList extends Div {

    private final ChannelWords words;
    private final Function<@Nullable UUID, InboxPage> pages;
    private final Consumer<UUID> open;
    private final Div rows = new Div();
    private final Div more = new Div();
    private final Div others = new Div();
    private final Map<UUID, InboxSummary> shown = new LinkedHashMap<>();
    private final Map<UUID, NativeButton> buttons = new LinkedHashMap<>();
    private @Nullable UUID current;

    /** @param pages reads on after a row, the first page without one */
    InboxList(ChannelWords words, Function<@Nullable UUID, InboxPage> pages, Consumer<UUID> open) {
        this.words = words;
        this.pages = pages;
        this.open = open;
        addClassName("messages");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("aria-label", words.say("channels.inbox.list"));
        more.addClassName("more");
        add(rows, more, others);
    }

    /** Reads anew from the top. */
    void restart(String title, String count) {
        rows.removeAll();
        others.removeAll();
        shown.clear();
        buttons.clear();
        rows.add(head(title, count));
        append(null);
        if (shown.isEmpty()) {
            rows.add(Parts.div("none", new Span(words.say("channels.inbox.list.none"))));
        }
    }

    /** Adds rows that are shown for information under those of the view. */
    void addOthers(String title, String count, List<InboxSummary> known) {
        others.add(head(title, count));
        known.stream().filter(row -> !shown.containsKey(row.id())).forEach(row -> addRow(others, row));
    }

    private Component head(String title, String count) {
        return Parts.div("list-head", new Span(title), new Span(count));
    }

    private void append(@Nullable UUID before) {
        InboxPage page = pages.apply(before);
        page.rows().forEach(row -> addRow(rows, row));
        more.removeAll();
        if (page.next() != null) {
            more.add(Buttons.flat(words.say("channels.inbox.older"), () -> append(page.next())));
        }
    }

    private void addRow(Div place, InboxSummary row) {
        NativeButton button = new NativeButton();
        button.addClassName("message");
        button.getElement().setAttribute("type", "button");
        button.addClickListener(click -> open.accept(row.id()));
        shown.put(row.id(), row);
        buttons.put(row.id(), button);
        fill(button, row);
        place.add(button);
    }

    private void fill(NativeButton button, InboxSummary row) {
        button.removeAll();
        button.add(
                Marks.channel(row.channel(), words.channel(row.channel())),
                Parts.bold(words.heading(row)),
                Parts.small(words.formats().exactTime(row.receivedAt())),
                Parts.small(words.number(row)));
        String tag = words.tag(row);
        if (!tag.isEmpty()) {
            button.add(Marks.tag(words.tone(row), tag));
        } else if (row.orderNumber() != null) {
            button.add(Parts.span("number", row.orderNumber()));
        }
    }

    List<UUID> ids() {
        return new ArrayList<>(shown.keySet());
    }

    boolean isEmpty() {
        return shown.isEmpty();
    }

    /** Rewrites rows that have changed, in their places. */
    void changed(List<InboxSummary> now) {
        now.forEach(row -> {
            NativeButton button = buttons.get(row.id());
            if (button != null && !row.equals(shown.replace(row.id(), row))) {
                fill(button, row);
            }
        });
    }

    /** Marks the row that is open. */
    void mark(@Nullable UUID id) {
        NativeButton before = current == null ? null : buttons.get(current);
        if (before != null) {
            before.getElement().removeAttribute("aria-current");
        }
        current = id;
        NativeButton now = id == null ? null : buttons.get(id);
        if (now != null) {
            now.getElement().setAttribute("aria-current", "true");
            now.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        }
    }

    /** The row beside the open one; the first when none is open. */
    @Nullable
    UUID beside(int by) {
        List<UUID> ids = ids();
        int at = current == null ? -1 : ids.indexOf(current);
        int next = at < 0 ? 0 : at + by;
        return next >= 0 && next < ids.size() ? ids.get(next) : null;
    }
}
