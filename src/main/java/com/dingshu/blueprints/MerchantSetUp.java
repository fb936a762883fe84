package com.dingshu.blueprints;

import com.dingshu.blueprints.MerchantFolder.Merchant;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.CreateTenant;
import com.dingshu.tenancy.TenantInfo;
import com.dingshu.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** Brings what a folder describes into being, as far as it is not there yet. Running it again changes nothing. */
@Component
class MerchantSetUp {

    private static final Actor SETTING_UP = Actor.system("set-up");

    private final Tenants tenants;
    private final GoodsSetUp goods;
    private final ShopsSetUp shops;
    private final CarriersSetUp carriers;

    MerchantSetUp(Tenants tenants, GoodsSetUp goods, ShopsSetUp shops, CarriersSetUp carriers) {
        this.tenants = tenants;
        this.goods = goods;
        this.shops = shops;
        this.carriers = carriers;
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
        goods.setUp(folder);
        shops.setUp(folder);
        carriers.setUp(folder);
    }
}
