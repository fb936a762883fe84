package com.dingshu.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.audit.Change;
import com.dingshu.audit.History;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.MerchantSettings.Holiday;
import com.dingshu.tenancy.MerchantSettings.Opening;
import com.dingshu.tenancy.MerchantSettingsResult.Refused;
import com.dingshu.tenancy.MerchantSettingsResult.Saved;
import com.dingshu.tenancy.MerchantSettingsResult.Why;
import com.dingshu.testing.Desk;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class TenantSettingsIT {

    private static final Map<DayOfWeek, Opening> WEEK = Map.of(
            DayOfWeek.MONDAY, new Opening(LocalTime.of(9, 0), LocalTime.of(18, 0)),
            DayOfWeek.SATURDAY, new Opening(LocalTime.of(8, 30), LocalTime.of(12, 0)));
    private static final List<Holiday> HOLIDAYS =
            List.of(new Holiday(LocalDate.of(2027, 1, 1), "元旦"), new Holiday(LocalDate.of(2027, 2, 6), ""));

    @Autowired
    private Merchants merchants;

    @Autowired
    private TenantSettings settings;

    @Autowired
    private Tenants tenants;

    @Autowired
    private History history;

    @Autowired
    private BeanFactory beans;

    private Merchant merchant;

    @BeforeEach
    void open() {
        merchant = merchants.open();
    }

    @Test
    void startsWithWhatTheMerchantWasOpenedWith() {
        MerchantSettings now = merchant.call(settings::current);
        assertThat(now.name()).isEqualTo("测试商家");
        assertThat(now.hours()).isEmpty();
        assertThat(now.holidays()).isEmpty();
    }

    @Test
    void keepsHoursAndHolidaysAsTheyWereSaid() {
        MerchantSettings wanted = said("青禾优品", WEEK, HOLIDAYS.reversed());
        assertThat(save(wanted)).isEqualTo(new Saved(said("青禾优品", WEEK, HOLIDAYS)));
        assertThat(merchant.call(settings::current)).isEqualTo(said("青禾优品", WEEK, HOLIDAYS));
        assertThat(merchant.call(tenants::current).name()).isEqualTo("青禾优品");
        assertThat(merchants.open().call(settings::current).hours()).isEmpty();
    }

    @Test
    void tellsWhoChangedWhatAndWhy() {
        save(said("青禾优品", WEEK, HOLIDAYS));
        var owner =
                new Actor(Actor.Kind.USER, Ids.next(), "顾青禾", Set.of(Permission.SETTINGS_MANAGE), "Chrome · Windows");
        Acting.as(merchant.id(), owner)
                .because("春节提前放假")
                .run(() -> settings.save(said("青禾优品", WEEK, HOLIDAYS.subList(0, 1))));
        List<Change> changes = merchant.call(
                () -> history.of(MerchantSettings.audited(), settings.row().orElseThrow()));
        assertThat(changes).hasSize(2);
        assertThat(changes.getLast().who().name()).isEqualTo("顾青禾");
        assertThat(changes.getLast().reason()).isEqualTo("春节提前放假");
        assertThat(changes.getLast().fields())
                .containsExactly(new Change.FieldChange("holidays", "2027-01-01 元旦\n2027-02-06", "2027-01-01 元旦"));
    }

    @Test
    void saysWhichFieldIsWrong() {
        var reversed = Map.of(DayOfWeek.FRIDAY, new Opening(LocalTime.of(18, 0), LocalTime.of(9, 0)));
        assertThat(save(said(" ", WEEK, List.of()))).isEqualTo(new Refused(Why.NAME_MISSING, ""));
        assertThat(save(said("名".repeat(121), WEEK, List.of()))).isEqualTo(new Refused(Why.NAME_LONG, ""));
        assertThat(save(said("青禾", Map.of(), List.of()))).isEqualTo(new Refused(Why.NO_WORKING_DAY, ""));
        assertThat(save(said("青禾", reversed, List.of()))).isEqualTo(new Refused(Why.HOURS_REVERSED, "FRIDAY"));
        assertThat(save(said("青禾", WEEK, List.of(HOLIDAYS.getFirst(), HOLIDAYS.getFirst()))))
                .isEqualTo(new Refused(Why.HOLIDAY_TWICE, "2027-01-01"));
        assertThat(save(said("青禾", WEEK, Collections.nCopies(201, HOLIDAYS.getFirst()))))
                .isEqualTo(new Refused(Why.HOLIDAYS_TOO_MANY, ""));
        assertThat(save(with(ZoneId.of("Asia/Shanghai"), "XYZ"))).isEqualTo(new Refused(Why.CURRENCY_UNKNOWN, ""));
        assertThat(merchant.call(settings::row)).isEmpty();
    }

    @Test
    void changesZoneAndCurrencyOnlyUntilThereAreOrders() {
        assertThat(save(with(ZoneId.of("Asia/Tokyo"), "JPY"))).isInstanceOf(Saved.class);
        assertThat(merchant.call(tenants::current).zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        Desk desk = Desk.open(beans);
        desk.stocked("TEA-100", 1);
        desk.place(desk.anOrder().with(1, "TEA-100"));
        assertThat(desk.merchant().call(settings::booksBegun)).isTrue();
        assertThat(desk.merchant().call(() -> settings.save(with(ZoneId.of("Asia/Tokyo"), "CNY"))))
                .isEqualTo(new Refused(Why.ZONE_IN_USE, ""));
        assertThat(desk.merchant().call(() -> settings.save(with(ZoneId.of("Asia/Shanghai"), "JPY"))))
                .isEqualTo(new Refused(Why.CURRENCY_IN_USE, ""));
        assertThat(desk.merchant().call(() -> settings.save(said("青禾", WEEK, HOLIDAYS))))
                .isInstanceOf(Saved.class);
    }

    @Test
    void isNothingForOthersToChange() {
        var operations = new Actor(Actor.Kind.USER, Ids.next(), "陆运营", Set.of(Permission.SETTINGS_VIEW), null);
        assertThat(merchant.call(operations, settings::current)).isNotNull();
        assertThatThrownBy(() -> merchant.call(operations, () -> settings.save(said("青禾", WEEK, HOLIDAYS))))
                .isInstanceOf(AccessDenied.class);
    }

    private MerchantSettingsResult save(MerchantSettings wanted) {
        return merchant.call(() -> settings.save(wanted));
    }

    private static MerchantSettings said(String name, Map<DayOfWeek, Opening> hours, List<Holiday> holidays) {
        return new MerchantSettings(
                name, ZoneId.of("Asia/Shanghai"), "CNY", Locale.SIMPLIFIED_CHINESE, hours, holidays);
    }

    private static MerchantSettings with(ZoneId zone, String currency) {
        return new MerchantSettings("青禾", zone, currency, Locale.ENGLISH, WEEK, List.of());
    }
}
