package com.dingshu.settings.ui;

import com.dingshu.tenancy.MerchantSettings;
import com.dingshu.tenancy.MerchantSettings.Holiday;
import com.dingshu.tenancy.MerchantSettings.Opening;
import com.dingshu.tenancy.MerchantSettingsResult.Why;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Name, zone, money and language. Zone and money are fixed once orders have been counted in them. */
final class BasicsForm extends Div {

    private static final List<String> CURRENCIES =
            List.of("CNY", "HKD", "TWD", "USD", "EUR", "GBP", "JPY", "KRW", "SGD", "MYR", "THB", "VND", "AUD", "CAD");
    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final TextField name = new TextField();
    private final ComboBox<String> zone = new ComboBox<>();
    private final Select<String> currency = new Select<>();
    private final Select<Locale> language = new Select<>();

    BasicsForm(boolean fixed) {
        addClassName("form");
        name.setLabel(getTranslation("settings.name"));
        name.setMaxLength(MerchantSettings.LONGEST_NAME);
        zone.setLabel(getTranslation("settings.zone"));
        zone.setItems(new TreeSet<>(ZoneId.getAvailableZoneIds()));
        currency.setLabel(getTranslation("settings.currency"));
        language.setLabel(getTranslation("settings.language"));
        language.setItems(LANGUAGES);
        language.setItemLabelGenerator(locale -> getTranslation("settings.language." + locale.getLanguage()));
        language.setHelperText(getTranslation("settings.language.help"));
        if (fixed) {
            zone.setReadOnly(true);
            currency.setReadOnly(true);
            zone.setHelperText(getTranslation("settings.fixed"));
            currency.setHelperText(getTranslation("settings.fixed"));
        }
        add(name, zone, currency, language);
    }

    void show(MerchantSettings settings) {
        var currencies = new ArrayList<>(CURRENCIES);
        if (!currencies.contains(settings.currency())) {
            currencies.add(settings.currency());
        }
        currency.setItems(currencies);
        name.setValue(settings.name());
        zone.setValue(settings.zone().getId());
        currency.setValue(settings.currency());
        language.setValue(settings.locale().getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }

    MerchantSettings with(Map<DayOfWeek, Opening> hours, List<Holiday> holidays) {
        String chosen = zone.getValue();
        return new MerchantSettings(
                name.getValue(),
                ZoneId.of(chosen == null ? "UTC" : chosen),
                currency.getValue(),
                language.getValue(),
                hours,
                holidays);
    }

    void calm() {
        List.<HasValidation>of(name, zone, currency, language).forEach(field -> field.setInvalid(false));
    }

    void refuse(Why why, String words) {
        HasValidation field =
                switch (why) {
                    case ZONE_IN_USE -> zone;
                    case CURRENCY_UNKNOWN, CURRENCY_IN_USE -> currency;
                    case LANGUAGE_UNKNOWN -> language;
                    default -> name;
                };
        field.setErrorMessage(words);
        field.setInvalid(true);
    }
}
