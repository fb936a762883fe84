package com.dingshu.settings.ui;

import com.dingshu.audit.History;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.MerchantSettings;
import com.dingshu.tenancy.MerchantSettingsResult;
import com.dingshu.tenancy.MerchantSettingsResult.Why;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.TenantSettings;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Page;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;

/** The merchant itself: name, zone, money, language, working hours and holidays, and who changed what of them. */
@Route("settings/merchant")
@Requires(Permission.SETTINGS_MANAGE)
class MerchantView extends Page {

    private final transient TenantSettings settings;
    private final transient History history;
    private final transient Formats formats;
    private final BasicsForm basics;
    private final HoursForm hours = new HoursForm();
    private final HolidaysForm holidays;
    private final Section past;

    MerchantView(TenantSettings settings, History history, Formats formats) {
        super("settings.merchant.title");
        this.settings = settings;
        this.history = history;
        this.formats = formats;
        this.basics = new BasicsForm(settings.booksBegun());
        this.holidays = new HolidaysForm(formats);
        this.past = card("settings.history");
        past.setVisible(Acting.current().actor().may(Permission.HISTORY_VIEW));
        header().actions(Buttons.primary(getTranslation("settings.save"), this::save));
        var columns = new Div(
                new Div(card("settings.basics", basics), card("settings.hours", hours)),
                new Div(card("settings.holidays", holidays), past));
        columns.addClassName("columns");
        scroll(columns);
        show(settings.current());
    }

    private void show(MerchantSettings now) {
        basics.show(now);
        hours.show(now.hours());
        holidays.show(now.holidays());
        tell();
    }

    private void tell() {
        past.removeAll();
        past.add(heading("settings.history"));
        if (past.isVisible()) {
            settings.row().map(row -> history.of(MerchantSettings.audited(), row)).stream()
                    .flatMap(changes -> changes.reversed().stream())
                    .forEach(change -> past.add(new SettingsChange(change, formats)));
        }
    }

    private void save() {
        basics.calm();
        hours.calm();
        holidays.calm();
        if (!hours.complete()) {
            return;
        }
        switch (settings.save(basics.with(hours.value(), holidays.value()))) {
            case MerchantSettingsResult.Saved saved -> {
                show(saved.settings());
                Toasts.done(getTranslation("settings.saved"));
            }
            case MerchantSettingsResult.Refused refused ->
                refuse(refused.why(), getTranslation("settings.refusal." + refused.why()), refused.about());
        }
    }

    private void refuse(Why why, String words, String about) {
        switch (why) {
            case NAME_MISSING, NAME_LONG, CURRENCY_UNKNOWN, ZONE_IN_USE, CURRENCY_IN_USE, LANGUAGE_UNKNOWN ->
                basics.refuse(why, words);
            case NO_WORKING_DAY, HOURS_REVERSED -> hours.refuse(about, words);
            case HOLIDAY_TWICE, HOLIDAY_NAME_LONG, HOLIDAYS_TOO_MANY -> holidays.refuse(words);
        }
    }

    private Section card(String key, Component... parts) {
        var card = new Section(heading(key));
        card.addClassNames("card", "settings-card");
        card.add(parts);
        return card;
    }

    private Component heading(String key) {
        var head = new Div(new H2(getTranslation(key)), new Span());
        head.addClassName("card-head");
        return head;
    }
}
