package com.dingshu.identity.ui;

import com.dingshu.audit.Change;
import com.dingshu.identity.Role;
import com.dingshu.uikit.Formats;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One step in a person's history: who took it, when, what was and what is. */
final class Revision extends Article {

    private static final String NOTHING = "–";
    private static final Set<String> PLAIN = Set.of("login", "name");

    private final transient List<Role> roles;

    Revision(Change change, List<Role> roles, Formats formats) {
        this.roles = roles;
        addClassName("revision");
        var gap = new Span();
        gap.addClassName("grow");
        var who = new com.vaadin.flow.component.html.NativeLabel();
        who.setText(change.who().name());
        add(new Header(who, gap, new Span(formats.exactTime(change.at()))));
        if (change.reason() != null) {
            add(new Paragraph(change.reason()));
        }
        if (change.kind() == Change.Kind.CREATED) {
            add(new Paragraph(getTranslation("identity.history.created")));
        } else {
            add(differences(change));
        }
        if (change.who().device() != null) {
            add(new Paragraph(change.who().device()));
        }
    }

    private DescriptionList differences(Change change) {
        var diff = new DescriptionList();
        diff.addClassName("diff");
        for (Change.FieldChange field : change.fields()) {
            if (field.field().equals("passwordChangedAt")) {
                line(diff, "identity.password", "••••", "••••••");
            } else {
                line(
                        diff,
                        "identity.field." + field.field(),
                        words(field, field.before()),
                        words(field, field.after()));
            }
        }
        return diff;
    }

    private void line(DescriptionList diff, String key, String before, String after) {
        var was = new DescriptionList.Description(before);
        was.addClassName("was");
        var is = new DescriptionList.Description(after);
        is.addClassName("is");
        diff.add(new DescriptionList.Term(getTranslation(key)), was, is);
    }

    private String words(Change.FieldChange field, @Nullable String value) {
        if (value == null) {
            return NOTHING;
        }
        return switch (field.field()) {
            case "roles" -> RoleNames.joined(List.of(value.split(",")), roles, getLocale());
            case "language" -> getTranslation("identity.language." + value.substring(0, 2));
            default ->
                PLAIN.contains(field.field()) ? value : getTranslation("identity." + field.field() + "." + value);
        };
    }
}
