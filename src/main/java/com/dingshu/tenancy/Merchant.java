package com.dingshu.tenancy;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.MerchantSettings.Holiday;
import com.dingshu.tenancy.MerchantSettings.Opening;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.envers.Audited;

/** The merchant's {@link MerchantSettings}, one row. Hours and holidays are kept a line each, so that history reads well. */
@Entity
@Audited
class Merchant extends AuditedRow {

    private static final int DATE = "2027-01-01".length();

    private String name;
    private String timeZone;

    @Column(columnDefinition = "char(3)")
    private String currency;

    private String language;

    @Column(length = 400)
    private String hours;

    @Column(length = 8000)
    private String holidays;

    @SuppressWarnings("NullAway.Init")
    protected Merchant() {}

    Merchant(MerchantSettings settings) {
        super(Ids.next());
        describe(settings);
    }

    final void describe(MerchantSettings settings) {
        this.name = settings.name();
        this.timeZone = settings.zone().getId();
        this.currency = settings.currency();
        this.language = settings.locale().toLanguageTag();
        this.hours = settings.hours().entrySet().stream()
                .map(day -> day.getKey() + " " + day.getValue().from() + "-"
                        + day.getValue().to())
                .collect(Collectors.joining("\n"));
        this.holidays = settings.holidays().stream()
                .map(holiday -> (holiday.day() + " " + holiday.name()).strip())
                .collect(Collectors.joining("\n"));
    }

    MerchantSettings settings() {
        return new MerchantSettings(
                name, ZoneId.of(timeZone), currency, Locale.forLanguageTag(language), openings(), days());
    }

    private Map<DayOfWeek, Opening> openings() {
        Map<DayOfWeek, Opening> openings = new EnumMap<>(DayOfWeek.class);
        hours.lines().forEach(line -> {
            String[] parts = line.split("[ -]");
            openings.put(
                    DayOfWeek.valueOf(parts[0]), new Opening(LocalTime.parse(parts[1]), LocalTime.parse(parts[2])));
        });
        return openings;
    }

    private List<Holiday> days() {
        return holidays.lines()
                .map(line -> new Holiday(
                        LocalDate.parse(line.substring(0, DATE)),
                        line.substring(DATE).strip()))
                .toList();
    }
}
