package com.dingshu.audit.ui;

import com.dingshu.tenancy.FollowUp;
import com.dingshu.tenancy.FollowUps;
import com.dingshu.tenancy.OperationLog.Entry;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Until when somebody looks into an intervention by hand, and what came of it. */
final class FollowUpDialog extends Dialog {

    private final transient FollowUps followUps;
    private final transient Entry entry;
    private final transient Runnable changed;
    private final DatePicker due = new DatePicker();
    private final TextArea outcome = new TextArea();

    /** @param what the intervention in words */
    FollowUpDialog(FollowUps followUps, Entry entry, String what, Formats formats, Runnable changed) {
        this.followUps = followUps;
        this.entry = entry;
        this.changed = changed;
        setHeaderTitle(getTranslation("audit.follow-up"));
        setWidth("440px");
        setMaxWidth("calc(100vw - 32px)");
        var about = new Paragraph(
                getTranslation("audit.follow-up.about", entry.actorName(), formats.exactTime(entry.at()), what));
        about.addClassName("quiet");
        add(about, new Paragraph(getTranslation("audit.follow-up.cause", cause())));
        @Nullable FollowUp now = entry.followUp();
        if (now != null && now.doneAt() != null) {
            add(new Paragraph(getTranslation(
                    "audit.follow-up.was-done", formats.exactTime(now.doneAt()), now.doneBy(), now.outcome())));
            getFooter().add(Buttons.plain(getTranslation("audit.follow-up.close"), this::close));
            return;
        }
        add(fields(now));
        getFooter()
                .add(
                        Buttons.plain(getTranslation("audit.follow-up.ask"), this::ask),
                        Buttons.primary(getTranslation("audit.follow-up.done"), this::done));
    }

    private String cause() {
        return entry.reason() == null || entry.reason().isEmpty()
                ? getTranslation("audit.log.no-cause")
                : entry.reason();
    }

    private Div fields(@Nullable FollowUp now) {
        due.setLabel(getTranslation("audit.follow-up.due"));
        due.setI18n(calendar());
        due.setValue(now == null ? null : now.dueOn());
        outcome.setLabel(getTranslation("audit.follow-up.outcome"));
        outcome.setHelperText(getTranslation("audit.follow-up.outcome.help"));
        outcome.setMaxLength(FollowUps.LONGEST_OUTCOME);
        var fields = new Div(due, outcome);
        fields.addClassNames("fields", "one");
        return fields;
    }

    private void ask() {
        @Nullable LocalDate day = due.getValue();
        if (day == null) {
            refuse(due, "audit.follow-up.which-day");
            return;
        }
        answer(followUps.ask(entry.id(), day), "audit.follow-up.asked");
    }

    private void done() {
        answer(followUps.done(entry.id(), outcome.getValue()), "audit.follow-up.noted");
    }

    private void answer(FollowUps.Result result, String words) {
        switch (result) {
            case SAVED -> {
                close();
                Toasts.done(getTranslation(words));
                changed.run();
            }
            case DAY_PASSED -> refuse(due, "audit.follow-up.day-passed");
            case OUTCOME_MISSING -> refuse(outcome, "audit.follow-up.outcome.missing");
            case ALREADY_DONE, NOT_AN_INTERVENTION -> {
                close();
                Toasts.failed(getTranslation("audit.follow-up.already"));
                changed.run();
            }
        }
    }

    private void refuse(com.vaadin.flow.component.HasValidation field, String key) {
        due.setInvalid(false);
        outcome.setInvalid(false);
        field.setErrorMessage(getTranslation(key));
        field.setInvalid(true);
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
                .setToday(getTranslation("audit.follow-up.today"))
                .setCancel(getTranslation("audit.follow-up.close"));
    }

    /** Sunday first, as the calendar wants them. */
    private List<String> weekdays(TextStyle style) {
        return IntStream.range(0, 7)
                .mapToObj(day -> DayOfWeek.SUNDAY.plus(day).getDisplayName(style, getLocale()))
                .toList();
    }
}
