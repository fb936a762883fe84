package com.dingshu.tenancy;

import com.dingshu.tenancy.MerchantSettings.Holiday;
import com.dingshu.tenancy.MerchantSettings.Opening;
import com.dingshu.tenancy.MerchantSettingsResult.Refused;
import com.dingshu.tenancy.MerchantSettingsResult.Saved;
import com.dingshu.tenancy.MerchantSettingsResult.Why;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the merchant says of itself: name, zone, currency, language, working hours and holidays. Every change is kept with
 * who, when and why.
 */
@Service
@Transactional
public class TenantSettings {

    private static final Set<String> LANGUAGES = Set.of("zh", "en");

    private final MerchantRepository merchants;
    private final TenantGateway gateway;
    private final Tenants tenants;
    private final ObjectProvider<Books> books;

    TenantSettings(MerchantRepository merchants, TenantGateway gateway, Tenants tenants, ObjectProvider<Books> books) {
        this.merchants = merchants;
        this.gateway = gateway;
        this.tenants = tenants;
        this.books = books;
    }

    /** What holds now; a merchant that has never said anything has no working hours and no holidays. */
    @Requires({Permission.SETTINGS_VIEW, Permission.SETTINGS_MANAGE, Permission.FACTS_RECORD})
    @Transactional(readOnly = true)
    public MerchantSettings current() {
        return merchants.findFirstByOrderById().map(Merchant::settings).orElseGet(this::unsaid);
    }

    /** Whether zone and currency can no longer be changed, because days and money have been counted in them. */
    @Requires({Permission.SETTINGS_VIEW, Permission.SETTINGS_MANAGE})
    @Transactional(readOnly = true)
    public boolean booksBegun() {
        return books.stream().anyMatch(Books::begun);
    }

    /** Takes the settings as a whole. It holds on this node at once and on the others within seconds. */
    @Requires(Permission.SETTINGS_MANAGE)
    public MerchantSettingsResult save(MerchantSettings wanted) {
        MerchantSettings tidy = tidy(wanted);
        Optional<Refused> refused = refusal(tidy);
        if (refused.isPresent()) {
            return refused.get();
        }
        merchants
                .findFirstByOrderById()
                .ifPresentOrElse(row -> row.describe(tidy), () -> merchants.save(new Merchant(tidy)));
        gateway.describe(Acting.current().tenantId(), tidy);
        tenants.forget();
        return new Saved(tidy);
    }

    /** The row whose history tells of the changes; empty when nothing was ever said. */
    @Requires({Permission.SETTINGS_VIEW, Permission.SETTINGS_MANAGE})
    @Transactional(readOnly = true)
    public Optional<UUID> row() {
        return merchants.findFirstByOrderById().map(Merchant::id);
    }

    private MerchantSettings unsaid() {
        TenantInfo tenant = tenants.current();
        return new MerchantSettings(
                tenant.name(), tenant.zone(), tenant.currency(), tenant.locale(), Map.of(), List.of());
    }

    private static MerchantSettings tidy(MerchantSettings wanted) {
        List<Holiday> holidays = wanted.holidays().stream()
                .map(holiday -> new Holiday(
                        holiday.day(), holiday.name().replaceAll("\\s+", " ").strip()))
                .sorted(Comparator.comparing(Holiday::day))
                .toList();
        return new MerchantSettings(
                wanted.name().strip(),
                wanted.zone(),
                wanted.currency().strip().toUpperCase(Locale.ROOT),
                wanted.locale(),
                wanted.hours(),
                holidays);
    }

    private Optional<Refused> refusal(MerchantSettings wanted) {
        return namely(wanted)
                .or(() -> fixed(wanted))
                .or(() -> hours(wanted.hours()))
                .or(() -> holidays(wanted.holidays()));
    }

    private static Optional<Refused> namely(MerchantSettings wanted) {
        if (wanted.name().isEmpty()) {
            return refused(Why.NAME_MISSING, "");
        }
        if (wanted.name().length() > MerchantSettings.LONGEST_NAME) {
            return refused(Why.NAME_LONG, "");
        }
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(wanted.currency()))) {
            return refused(Why.CURRENCY_UNKNOWN, "");
        }
        return LANGUAGES.contains(wanted.locale().getLanguage()) ? Optional.empty() : refused(Why.LANGUAGE_UNKNOWN, "");
    }

    private Optional<Refused> fixed(MerchantSettings wanted) {
        TenantInfo tenant = tenants.current();
        boolean otherZone = !wanted.zone().equals(tenant.zone());
        boolean otherCurrency = !wanted.currency().equals(tenant.currency());
        if (!otherZone && !otherCurrency || !booksBegun()) {
            return Optional.empty();
        }
        return refused(otherZone ? Why.ZONE_IN_USE : Why.CURRENCY_IN_USE, "");
    }

    private static Optional<Refused> hours(Map<DayOfWeek, Opening> hours) {
        if (hours.isEmpty()) {
            return refused(Why.NO_WORKING_DAY, "");
        }
        return hours.entrySet().stream()
                .filter(day -> !day.getValue().from().isBefore(day.getValue().to()))
                .findFirst()
                .map(day -> new Refused(Why.HOURS_REVERSED, day.getKey().name()));
    }

    private static Optional<Refused> holidays(List<Holiday> holidays) {
        if (holidays.size() > MerchantSettings.MOST_HOLIDAYS) {
            return refused(Why.HOLIDAYS_TOO_MANY, "");
        }
        var seen = new HashSet<Object>();
        for (Holiday holiday : holidays) {
            if (!seen.add(holiday.day())) {
                return refused(Why.HOLIDAY_TWICE, holiday.day().toString());
            }
            if (holiday.name().length() > MerchantSettings.LONGEST_HOLIDAY_NAME) {
                return refused(Why.HOLIDAY_NAME_LONG, holiday.day().toString());
            }
        }
        return Optional.empty();
    }

    private static Optional<Refused> refused(Why why, String about) {
        return Optional.of(new Refused(why, about));
    }
}
