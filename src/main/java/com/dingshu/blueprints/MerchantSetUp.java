package com.dingshu.blueprints;

import com.dingshu.blueprints.MerchantFolder.Merchant;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.CreateTenant;
import com.dingshu.tenancy.OpenShop;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import com.dingshu.tenancy.TenantInfo;
import com.dingshu.tenancy.Tenants;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings what a folder describes into being, as far as it is not there yet. Running it again changes nothing. */
@Component
class MerchantSetUp {

    private static final Actor SETTING_UP = Actor.system("set-up");

    private final Tenants tenants;
    private final Shops shops;

    MerchantSetUp(Tenants tenants, Shops shops) {
        this.tenants = tenants;
        this.shops = shops;
    }

    TenantInfo setUp(MerchantFolder folder) {
        var merchant = folder.merchant();
        var tenant = tenants.bySlug(merchant.slug()).orElseGet(() -> create(merchant));
        Acting.as(tenant.id(), SETTING_UP)
                .because("Set up from " + folder.folder().getFileName())
                .run(() -> fill(folder));
        return tenant;
    }

    private TenantInfo create(Merchant merchant) {
        return tenants.create(new CreateTenant(
                merchant.slug(), merchant.name(), merchant.timeZone(), merchant.currency(), merchant.language()));
    }

    private void fill(MerchantFolder folder) {
        openShops(folder);
    }

    private Map<String, ShopInfo> openShops(MerchantFolder folder) {
        return folder.shops().stream()
                .collect(Collectors.toMap(
                        MerchantFolder.Shop::key,
                        shop -> shops.open(new OpenShop(
                                shop.channel(),
                                shop.name(),
                                shop.externalId(),
                                shop.currency(),
                                OpenShop.USUAL_PAYMENT_TIMEOUT))));
    }
}
