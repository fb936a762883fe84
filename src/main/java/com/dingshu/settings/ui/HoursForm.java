package com.dingshu.settings.ui;

import com.dingshu.tenancy.MerchantSettings.Opening;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;

/** The working hours of each weekday; a day that is not ticked is free. */
final class HoursForm extends Div {

    private static final Opening USUAL = new Opening(LocalTime.of(9, 0), LocalTime.of(18, 0));

    private final Map<DayOfWeek, Day> days = new EnumMap<>(DayOfWeek.class);
    private final Paragraph trouble = new Paragraph();

    private final class Day extends Div {
        private final Checkbox works;
        private final TimePicker from;
        private final TimePicker to;

        Day(DayOfWeek day) {
            addClassName("hours-day");
            String name = getTranslation("settings.day." + day);
            works = new Checkbox(name);
            from = picker(getTranslation("settings.hours.from", name));
            to = picker(getTranslation("settings.hours.to", name));
            works.addValueChangeListener(change -> {
                enable();
                if (change.isFromClient() && works.getValue() && from.isEmpty()) {
                    from.setValue(USUAL.from());
                    to.setValue(USUAL.to());
                }
            });
            var until = new Span("–");
            until.getElement().setAttribute("aria-hidden", "true");
            add(works, from, until, to);
            enable();
        }

        private void enable() {
            from.setEnabled(works.getValue());
            to.setEnabled(works.getValue());
        }
    }

    HoursForm() {
        addClassName("hours");
        for (DayOfWeek day : DayOfWeek.values()) {
            var row = new Day(day);
            days.put(day, row);
            add(row);
        }
        trouble.addClassName("bad");
        trouble.getElement().setAttribute("role", "alert");
        add(trouble);
    }

    private static TimePicker picker(String label) {
        var picker = new TimePicker();
        picker.setAriaLabel(label);
        picker.setStep(Duration.ofMinutes(30));
        picker.setWidth("112px");
        return picker;
    }

    void show(Map<DayOfWeek, Opening> hours) {
        days.forEach((day, row) -> {
            Opening opening = hours.get(day);
            row.works.setValue(opening != null);
            row.from.setValue(opening == null ? null : opening.from());
            row.to.setValue(opening == null ? null : opening.to());
            row.enable();
        });
    }

    Map<DayOfWeek, Opening> value() {
        Map<DayOfWeek, Opening> hours = new EnumMap<>(DayOfWeek.class);
        days.forEach((day, row) -> {
            if (row.works.getValue()) {
                hours.put(day, new Opening(row.from.getValue(), row.to.getValue()));
            }
        });
        return hours;
    }

    void calm() {
        trouble.setText("");
        days.values().forEach(row -> row.to.setInvalid(false));
    }

    /** Whether every working day has both its times; says so where one lacks. */
    boolean complete() {
        for (Day row : days.values()) {
            if (row.works.getValue() && (row.from.isEmpty() || row.to.isEmpty())) {
                trouble.setText(getTranslation("settings.hours.incomplete", row.works.getLabel()));
                return false;
            }
        }
        return true;
    }

    /** @param day the weekday's name, empty for the hours as a whole */
    void refuse(String day, String words) {
        if (day.isEmpty()) {
            trouble.setText(words);
            return;
        }
        Day row = days.get(DayOfWeek.valueOf(day));
        if (row != null) {
            row.to.setInvalid(true);
            trouble.setText(row.works.getLabel() + " " + words);
        }
    }
}
