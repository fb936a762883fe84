package com.dingshu.identity.ui;

import com.dingshu.identity.Role;
import com.dingshu.identity.RoleCopies;
import com.dingshu.identity.RoleCopyResult;
import com.dingshu.identity.ui.RolesView.Row;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Confirm;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Marks;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One role beside the list: everything it may do by area. A preset one can be copied, a copy changed and removed. */
final class RolePane extends Aside {

    private final transient Row row;
    private final transient RoleCopies copies;
    private final transient Consumer<@Nullable String> open;
    private final TextField name = new TextField();
    private final transient Map<String, CheckboxGroup<Permission>> areas = new LinkedHashMap<>();

    RolePane(Row row, RoleCopies copies, Runnable close, Consumer<@Nullable String> open) {
        this.row = row;
        this.copies = copies;
        this.open = open;
        addClassName("pane");
        String title = row.role().name().in(getLocale());
        getElement().setAttribute("aria-label", title);
        var body = new Div(about());
        body.addClassName("pane-body");
        body.getElement().setAttribute("tabindex", "0");
        byArea().forEach((area, permissions) -> body.add(area(area, permissions)));
        add(head(title, close), body, foot());
    }

    private Component head(String title, Runnable close) {
        var head = new Div(new H2(title));
        head.addClassName("pane-head");
        if (row.own()) {
            head.add(Marks.tag(Marks.Tone.ACCENT, getTranslation("identity.roles.own")));
        }
        var gap = new Span();
        gap.addClassName("grow");
        head.add(gap, Buttons.icon(Icon.X, getTranslation("identity.close"), close));
        return head;
    }

    private Component about() {
        var section = new Section(new Paragraph(row.role().about().in(getLocale())));
        section.addClassName("section");
        if (row.own()) {
            name.setLabel(getTranslation("identity.roles.name"));
            name.setValue(row.role().name().in(getLocale()));
            name.setMaxLength(60);
            var form = new Div(name);
            form.addClassName("form");
            section.add(form);
        }
        return section;
    }

    private static Map<String, List<Permission>> byArea() {
        return Arrays.stream(Permission.values())
                .filter(Permission::grantable)
                .collect(Collectors.groupingBy(
                        permission ->
                                permission.id().substring(0, permission.id().indexOf('.')),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private Component area(String area, List<Permission> permissions) {
        var boxes = new CheckboxGroup<Permission>();
        boxes.setItems(permissions);
        boxes.setItemLabelGenerator(permission -> getTranslation("identity.permission." + permission.id()));
        boxes.setAriaLabel(getTranslation("identity.area." + area));
        boxes.setValue(
                permissions.stream().filter(row.role().permissions()::contains).collect(Collectors.toSet()));
        boxes.setReadOnly(!row.own());
        areas.put(area, boxes);
        var section = new Section(new H3(getTranslation("identity.area." + area)), boxes);
        section.addClassName("section");
        return section;
    }

    private Component foot() {
        var foot = new Div();
        foot.addClassName("pane-foot");
        if (row.own()) {
            var gap = new Span();
            gap.addClassName("grow");
            foot.add(
                    Buttons.primary(getTranslation("identity.roles.change"), this::change),
                    gap,
                    Buttons.danger(getTranslation("identity.roles.remove"), this::askToRemove));
        } else {
            foot.add(Buttons.with(Icon.COPY, Buttons.plain(getTranslation("identity.roles.copy"), this::askForName)));
        }
        return foot;
    }

    private void askForName() {
        var field = new TextField(getTranslation("identity.roles.name"));
        field.setValue(
                getTranslation("identity.roles.copy-of", row.role().name().in(getLocale())));
        field.setMaxLength(60);
        Confirm.ask(getTranslation("identity.roles.copy.ask"))
                .says(getTranslation("identity.roles.copy.says"))
                .with(field)
                .open(
                        getTranslation("identity.roles.copy.keep"),
                        getTranslation("identity.roles.copy"),
                        () -> settle(copies.copy(row.role().id(), field.getValue()), "identity.roles.copied"));
    }

    private void change() {
        Set<Permission> chosen = new HashSet<>();
        areas.values().forEach(boxes -> chosen.addAll(boxes.getValue()));
        settle(copies.change(row.role().id(), name.getValue(), chosen), "identity.roles.changed");
    }

    private void askToRemove() {
        Confirm.ask(getTranslation(
                        "identity.roles.remove.ask", row.role().name().in(getLocale())))
                .says(getTranslation("identity.roles.remove.says"))
                .open(
                        getTranslation("identity.roles.remove.keep"),
                        getTranslation("identity.roles.remove"),
                        () -> settle(copies.remove(row.role().id()), "identity.roles.removed"));
    }

    private void settle(RoleCopyResult result, String doneKey) {
        switch (result) {
            case RoleCopyResult.Saved(Role role) -> {
                Toasts.done(getTranslation(doneKey, role.name().in(getLocale())));
                open.accept(role.id());
            }
            case RoleCopyResult.Removed removed -> {
                Toasts.done(getTranslation(doneKey, row.role().name().in(getLocale())));
                open.accept(null);
            }
            case RoleCopyResult.Refused(RoleCopyResult.Why why) ->
                Toasts.note(getTranslation("identity.roles.refusal." + why), null, null);
        }
    }
}
