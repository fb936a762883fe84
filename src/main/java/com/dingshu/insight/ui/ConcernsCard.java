package com.dingshu.insight.ui;

import com.dingshu.uikit.Concerns.Concern;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What waits for a person, the gravest first; each line opens its rows. */
final class ConcernsCard extends Section {

    private final UnorderedList lines = new UnorderedList();
    private final Paragraph none;
    private transient List<Concern> shown = List.of();

    ConcernsCard() {
        addClassName("card");
        var small = text("small", getTranslation("insight.waiting.note"));
        var head = new Div(new H2(getTranslation("insight.waiting")), small);
        head.addClassName("card-head");
        lines.addClassName("todo");
        none = new Paragraph(getTranslation("insight.waiting.none"));
        none.addClassName("card-none");
        add(head, lines, none);
    }

    void show(List<Concern> concerns) {
        none.setVisible(concerns.isEmpty());
        if (!concerns.equals(shown)) {
            lines.removeAll();
            concerns.forEach(concern -> lines.add(line(concern)));
            shown = concerns;
        }
    }

    private ListItem line(Concern concern) {
        var level = new Span(String.valueOf(concern.level()));
        level.addClassNames("level", "l" + concern.level());
        level.getElement().setAttribute("title", getTranslation("insight.waiting.level", concern.level()));
        var words = new Div(text("b", concern.title()));
        if (!concern.detail().isEmpty()) {
            words.add(text("small", concern.detail()));
        }
        boolean more = concern.count() > concern.counted();
        var count = new Anchor(concern.path(), more ? concern.counted() + "+" : String.valueOf(concern.count()));
        count.getElement().setAttribute("router-link", true);
        count.getElement()
                .setAttribute("aria-label", getTranslation("insight.waiting.open", concern.title(), count.getText()));
        count.addClassName("count");
        return new ListItem(level, words, count);
    }

    private static HtmlComponent text(String tag, String text) {
        var part = new HtmlComponent(tag);
        part.getElement().setText(text);
        return part;
    }
}
