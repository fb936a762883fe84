package com.dingshu.blueprints;

import com.dingshu.blueprints.MerchantFolder.Merchant;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.CreateTenant;
import com.dingshu.tenancy.MerchantSettings;
import com.dingshu.tenancy.MerchantSettings.Holiday;
import com.dingshu.tenancy.MerchantSettings.Opening;
import com.dingshu.tenancy.MerchantSettingsResult;
import com.dingshu.tenancy.TenantInfo;
import com.dingshu.tenancy.TenantSettings;
import com.dingshu.tenancy.Tenants;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings what a folder describes into being, as far as it is not there yet. Running it again changes nothing. */
@Component
class MerchantSetUp {

    private static final Actor SETTING_UP = Actor.system("set-up");

    private final Tenants tenants;
    private final TenantSettings settings;
    private final GoodsSetUp goods;
    private final StockSetUp stock;
    private final ShopsSetUp shops;
    private final CarriersSetUp carriers;
    private final PeopleSetUp people;
    private final AlertsSetUp alerts;

    MerchantSetUp(
            Tenants tenants,
            TenantSettings settings,
            GoodsSetUp goods,
            StockSetUp stock,
            ShopsSetUp shops,
            CarriersSetUp carriers,
            PeopleSetUp people,
            AlertsSetUp alerts) {
        this.tenants = tenants;
        this.settings = settings;
        this.goods = goods;
        this.stock = stock;
        this.shops = shops;
        this.carriers = carriers;
        this.people = people;
        this.alerts = alerts;
    }

    /** What came of it. */
    record Done(TenantInfo tenant, List<PeopleSetUp.Newcomer> newcomers) {}

    /** @param passwords makes the first password of each person that is taken in */
    Done setUp(MerchantFolder folder, Supplier<String> passwords) {
        var merchant = folder.merchant();
        var tenant = tenants.bySlug(merchant.slug()).orElseGet(() -> create(merchant));
        return Acting.as(tenant.id(), SETTING_UP)
                .because("Set up from " + folder.folder().getFileName())
                .call(() -> new Done(tenant, fill(folder, passwords)));
    }

    private TenantInfo create(Merchant merchant) {
        return tenants.create(new CreateTenant(
                merchant.slug(), merchant.name(), merchant.timeZone(), merchant.currency(), merchant.language()));
    }

    private List<PeopleSetUp.Newcomer> fill(MerchantFolder folder, Supplier<String> passwords) {
        describe(folder.merchant());
        goods.setUp(folder);
        var warehouses = stock.openWarehouses(folder);
        stock.fill(folder, warehouses);
        shops.setUp(folder, warehouses);
        carriers.setUp(folder);
        alerts.setUp(folder);
        return people.setUp(folder, passwords);
    }

    /** Working hours and holidays, as long as the merchant has said nothing itself. */
    private void describe(Merchant merchant) {
        var hours = merchant.workingHours();
        var now = settings.current();
        if (hours == null || !now.hours().isEmpty()) {
            return;
        }
        var wanted = new MerchantSettings(
                now.name(),
                now.zone(),
                now.currency(),
                now.locale(),
                hours.days().stream()
                        .collect(Collectors.toMap(day -> day, day -> new Opening(hours.from(), hours.to()))),
                Objects.requireNonNullElse(merchant.holidays(), List.<LocalDate>of()).stream()
                        .map(day -> new Holiday(day, ""))
                        .toList());
        if (settings.save(wanted) instanceof MerchantSettingsResult.Refused refused) {
            throw new IllegalStateException("tenant.yaml: " + refused.why() + " " + refused.about());
        }
    }
}
