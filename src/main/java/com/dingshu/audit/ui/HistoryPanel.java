package com.dingshu.audit.ui;

import com.dingshu.audit.Change;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Icon;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who changed what of one thing, when, why and from where: a card a transaction, newest first. */
public final class HistoryPanel extends Div {

    private static final String NOTHING = "–";

    /** The fields of one kind of thing in words. */
    public interface FieldWords {

        /** The field's name; empty for one that is not for reading. */
        String field(String field);

        String value(String field, String stored);
    }

    private final transient FieldWords words;
    private final transient Formats formats;

    /** @param oldestFirst as {@link com.dingshu.audit.History} answers */
    public HistoryPanel(List<Change> oldestFirst, FieldWords words, Formats formats) {
        this.words = words;
        this.formats = formats;
        addClassName("section");
        oldestFirst.reversed().stream().filter(this::says).forEach(change -> add(card(change)));
        if (getComponentCount() == 0) {
            add(new EmptyState(
                    Icon.HISTORY, getTranslation("audit.history.none"), getTranslation("audit.history.none.why")));
        }
    }

    private boolean says(Change change) {
        return change.kind() != Change.Kind.CHANGED || change.fields().stream().anyMatch(this::said);
    }

    private boolean said(Change.FieldChange field) {
        return !words.field(field.field()).isEmpty();
    }

    private Article card(Change change) {
        var card = new Article(head(change));
        card.addClassName("revision");
        if (change.reason() != null) {
            card.add(new Paragraph(getTranslation("audit.history.reason", change.reason())));
        }
        if (change.fields().stream().anyMatch(this::said)) {
            card.add(differences(change));
        }
        if (change.who().device() != null) {
            card.add(new Paragraph(
                    getTranslation("audit.history.device", change.who().device())));
        }
        return card;
    }

    private Header head(Change change) {
        var who = new Element("b").setText(change.who().name());
        var kind = new Span(getTranslation("audit.history." + change.kind()) + " · "
                + getTranslation("audit.log.kind." + change.who().kind()));
        var gap = new Span();
        gap.addClassName("grow");
        var head = new Header(kind, gap, new Span(formats.exactTime(change.at())));
        head.getElement().insertChild(0, who);
        return head;
    }

    private DescriptionList differences(Change change) {
        var diff = new DescriptionList();
        diff.addClassName("diff");
        diff.setClassName("made", change.kind() == Change.Kind.CREATED);
        change.fields().stream().filter(this::said).forEach(field -> {
            var was = new DescriptionList.Description(value(field.field(), field.before()));
            was.addClassName("was");
            var is = new DescriptionList.Description(value(field.field(), field.after()));
            is.addClassName("is");
            diff.add(new DescriptionList.Term(words.field(field.field())));
            if (change.kind() != Change.Kind.CREATED) {
                diff.add(was);
            }
            diff.add(is);
        });
        return diff;
    }

    private String value(String field, @Nullable String stored) {
        return stored == null || stored.isEmpty() ? NOTHING : words.value(field, stored);
    }
}
