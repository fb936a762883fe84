package com.dingshu.settings.ui;

import com.dingshu.audit.Change;
import com.dingshu.uikit.Formats;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.DayOfWeek;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One step in the settings' history: who took it, when, what was and what is. */
final class SettingsChange extends Article {

    SettingsChange(Change change, Formats formats) {
        addClassName("revision");
        var who = new HtmlComponent("b");
        who.getElement()
                .setText(
                        change.who().id() == null
                                ? getTranslation("settings.history.product")
                                : change.who().name());
        var gap = new Span();
        gap.addClassName("grow");
        add(new Header(who, gap, new Span(formats.exactTime(change.at()))));
        if (change.reason() != null) {
            add(new Paragraph(change.reason()));
        }
        if (change.kind() == Change.Kind.CREATED) {
            add(new Paragraph(getTranslation("settings.history.created")));
            return;
        }
        var diff = new DescriptionList();
        diff.addClassName("diff");
        change.fields().forEach(field -> line(diff, field));
        add(diff);
    }

    private void line(DescriptionList diff, Change.FieldChange field) {
        var was = new DescriptionList.Description(words(field.field(), field.before()));
        was.addClassName("was");
        var is = new DescriptionList.Description(words(field.field(), field.after()));
        is.addClassName("is");
        diff.add(new DescriptionList.Term(getTranslation("settings.field." + field.field())), was, is);
    }

    private String words(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "–";
        }
        return switch (field) {
            case "hours" -> value.lines().map(this::day).collect(Collectors.joining("\n"));
            case "language" -> getTranslation("settings.language." + value.substring(0, 2));
            default -> value;
        };
    }

    private String day(String line) {
        int gap = line.indexOf(' ');
        return getTranslation("settings.day." + DayOfWeek.valueOf(line.substring(0, gap))) + line.substring(gap);
    }
}
