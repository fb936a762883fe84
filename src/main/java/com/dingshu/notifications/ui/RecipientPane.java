package com.dingshu.notifications.ui;

import com.dingshu.notifications.AlertKind;
import com.dingshu.notifications.AlertRecipientInfo;
import com.dingshu.notifications.AlertRecipientResult;
import com.dingshu.notifications.AlertRecipientResult.Why;
import com.dingshu.notifications.SaveAlertRecipient;
import com.dingshu.notifications.StaffAlerts;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Confirm;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Segment;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One person beside the list: who, which number, in which language, told of what. */
final class RecipientPane extends Aside {

    private final transient @Nullable AlertRecipientInfo known;
    private final transient StaffAlerts alerts;
    private final transient Consumer<@Nullable String> open;
    private final TextField name = new TextField();
    private final TextField phone = new TextField();
    private final CheckboxGroup<AlertKind> kinds = new CheckboxGroup<>();
    private String language;

    /** @param known null for somebody new */
    RecipientPane(@Nullable AlertRecipientInfo known, StaffAlerts alerts, Consumer<@Nullable String> open) {
        this.known = known;
        this.alerts = alerts;
        this.open = open;
        this.language = known == null ? getLocale().getLanguage().equals("en") ? "en" : "zh" : known.language();
        addClassName("pane");
        String title = known == null ? getTranslation("alerts.add") : known.name();
        getElement().setAttribute("aria-label", title);
        var body = new Div(who(), told());
        body.addClassName("pane-body");
        body.getElement().setAttribute("tabindex", "0");
        add(head(title), body, foot());
    }

    private Component head(String title) {
        var gap = new Span();
        gap.addClassName("grow");
        var head = new Div(
                new H2(title), gap, Buttons.icon(Icon.X, getTranslation("alerts.close"), () -> open.accept(null)));
        head.addClassName("pane-head");
        return head;
    }

    private Component who() {
        name.setLabel(getTranslation("alerts.name"));
        name.setMaxLength(SaveAlertRecipient.LONGEST_NAME);
        phone.setLabel(getTranslation("alerts.phone"));
        phone.setMaxLength(40);
        if (known == null) {
            phone.setHelperText(getTranslation("alerts.phone.help"));
        } else {
            name.setValue(known.name());
            phone.setPlaceholder(known.phone());
            phone.setHelperText(getTranslation("alerts.phone.keep"));
        }
        var form = new Div(name, phone, language());
        form.addClassName("form");
        return section(form);
    }

    private Component language() {
        var choices = new LinkedHashMap<String, String>();
        choices.put("zh", getTranslation("alerts.language.zh"));
        choices.put("en", getTranslation("alerts.language.en"));
        var label = new Span(getTranslation("alerts.language"));
        label.addClassName("quiet");
        var row = new Div(
                label, new Segment<>(getTranslation("alerts.language"), choices, language, value -> language = value));
        row.addClassName("row");
        return row;
    }

    private Component told() {
        kinds.addThemeNames("vertical");
        kinds.setItems(AlertKind.values());
        kinds.setItemLabelGenerator(kind -> getTranslation("alerts.kind." + kind));
        kinds.setItemHelperGenerator(kind -> getTranslation("alerts.kind." + kind + ".when"));
        kinds.setAriaLabel(getTranslation("alerts.kinds"));
        if (known != null) {
            kinds.setValue(known.kinds());
        }
        var grouped = new Paragraph(getTranslation("alerts.kinds.grouped"));
        grouped.addClassName("faint");
        return section(new H3(getTranslation("alerts.kinds")), kinds, grouped);
    }

    private Component foot() {
        var foot = new Div(Buttons.primary(getTranslation("alerts.save"), this::save));
        foot.addClassName("pane-foot");
        if (known == null) {
            foot.add(Buttons.flat(getTranslation("alerts.keep"), () -> open.accept(null)));
        } else {
            AlertRecipientInfo person = known;
            var gap = new Span();
            gap.addClassName("grow");
            foot.add(
                    Buttons.plain(getTranslation("alerts.test"), () -> test(person)),
                    gap,
                    Buttons.danger(getTranslation("alerts.remove"), () -> remove(person)));
        }
        return foot;
    }

    private void save() {
        List.<HasValidation>of(name, phone, kinds).forEach(field -> field.setInvalid(false));
        var wish = new SaveAlertRecipient(
                known == null ? null : known.id(), name.getValue(), phone.getValue(), language, kinds.getValue());
        switch (alerts.save(wish)) {
            case AlertRecipientResult.Saved(AlertRecipientInfo person) -> {
                Toasts.done(getTranslation("alerts.saved", person.name()));
                open.accept(person.id().toString());
            }
            case AlertRecipientResult.Refused(Why why) -> refuse(why);
        }
    }

    private void refuse(Why why) {
        switch (why) {
            case NAME_MISSING, NAME_LONG -> refuse(name, why);
            case PHONE_MISSING, PHONE_UNREADABLE, PHONE_TAKES_NO_SMS, PHONE_TAKEN -> refuse(phone, why);
            case KINDS_MISSING -> refuse(kinds, why);
            case LANGUAGE_UNKNOWN, TOO_MANY, GONE, TEST_SENT -> Toasts.failed(getTranslation("alerts.refusal." + why));
        }
    }

    private void refuse(HasValidation field, Why why) {
        field.setErrorMessage(getTranslation("alerts.refusal." + why));
        field.setInvalid(true);
    }

    private void test(AlertRecipientInfo person) {
        switch (alerts.test(person.id())) {
            case AlertRecipientResult.Saved saved ->
                Toasts.done(getTranslation("alerts.tested", person.name(), person.phone()));
            case AlertRecipientResult.Refused(Why why) -> refuse(why);
        }
    }

    private void remove(AlertRecipientInfo person) {
        Confirm.ask(getTranslation("alerts.remove.ask", person.name()))
                .says(getTranslation("alerts.remove.says"))
                .open(getTranslation("alerts.remove.keep"), getTranslation("alerts.remove"), () -> {
                    alerts.remove(person.id());
                    Toasts.done(getTranslation("alerts.removed", person.name()));
                    open.accept(null);
                });
    }

    private static Section section(Component... parts) {
        var section = new Section(parts);
        section.addClassName("section");
        return section;
    }
}
