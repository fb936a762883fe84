package com.dingshu.settings.ui;

import com.dingshu.tenancy.MerchantSettings;
import com.dingshu.tenancy.MerchantSettings.Holiday;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Icon;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The days on which the merchant does not work. */
final class HolidaysForm extends Div {

    private final transient Formats formats;
    private final transient List<Holiday> holidays = new ArrayList<>();
    private final UnorderedList lines = new UnorderedList();
    private final Paragraph none = new Paragraph();
    private final DatePicker day = new DatePicker();
    private final TextField name = new TextField();
    private final Paragraph trouble = new Paragraph();

    HolidaysForm(Formats formats) {
        this.formats = formats;
        addClassName("holidays");
        none.setText(getTranslation("settings.holidays.none"));
        none.addClassName("faint");
        day.setAriaLabel(getTranslation("settings.holidays.day"));
        day.setPlaceholder(getTranslation("settings.holidays.day"));
        day.setI18n(calendar());
        day.setWidth("150px");
        name.setAriaLabel(getTranslation("settings.holidays.name"));
        name.setPlaceholder(getTranslation("settings.holidays.name"));
        name.setMaxLength(MerchantSettings.LONGEST_HOLIDAY_NAME);
        trouble.addClassName("bad");
        trouble.getElement().setAttribute("role", "alert");
        var add = new Div(
                day, name, Buttons.with(Icon.PLUS, Buttons.plain(getTranslation("settings.holidays.add"), this::add)));
        add.addClassName("row");
        add(lines, none, add, trouble);
    }

    private DatePicker.DatePickerI18n calendar() {
        return new DatePicker.DatePickerI18n()
                .setDateFormat("yyyy-MM-dd")
                .setFirstDayOfWeek(1)
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, getLocale()))
                        .toList())
                .setWeekdays(weekdays(TextStyle.FULL_STANDALONE))
                .setWeekdaysShort(weekdays(TextStyle.NARROW_STANDALONE))
                .setToday(getTranslation("settings.holidays.today"))
                .setCancel(getTranslation("settings.holidays.cancel"));
    }

    /** Sunday first, as the calendar wants them. */
    private List<String> weekdays(TextStyle style) {
        return IntStream.range(0, 7)
                .mapToObj(day -> DayOfWeek.SUNDAY.plus(day).getDisplayName(style, getLocale()))
                .toList();
    }

    void show(List<Holiday> now) {
        holidays.clear();
        holidays.addAll(now);
        draw();
    }

    List<Holiday> value() {
        return List.copyOf(holidays);
    }

    void calm() {
        trouble.setText("");
    }

    void refuse(String words) {
        trouble.setText(words);
    }

    private void add() {
        calm();
        LocalDate wanted = day.getValue();
        if (wanted == null) {
            refuse(getTranslation("settings.holidays.which"));
            return;
        }
        if (holidays.stream().anyMatch(holiday -> holiday.day().equals(wanted))) {
            refuse(getTranslation("settings.refusal.HOLIDAY_TWICE"));
            return;
        }
        holidays.add(new Holiday(wanted, name.getValue().strip()));
        day.clear();
        name.clear();
        draw();
    }

    private void draw() {
        holidays.sort(Comparator.comparing(Holiday::day));
        lines.removeAll();
        holidays.forEach(holiday -> lines.add(line(holiday)));
        none.setVisible(holidays.isEmpty());
    }

    private ListItem line(Holiday holiday) {
        var words = new Span(holiday.name());
        words.addClassNames("grow", "cut");
        return new ListItem(
                new Span(holiday.day().toString()),
                new Span(getTranslation("settings.day." + holiday.day().getDayOfWeek())),
                words,
                Buttons.small(Buttons.icon(
                        Icon.X, getTranslation("settings.holidays.remove", formats.day(holiday.day())), () -> {
                            holidays.remove(holiday);
                            draw();
                        })));
    }
}
