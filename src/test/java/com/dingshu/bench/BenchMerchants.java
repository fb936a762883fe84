package com.dingshu.bench;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SaveSku;
import com.dingshu.catalog.SaveSkuResult;
import com.dingshu.inventory.OpenWarehouse;
import com.dingshu.inventory.ReceiveStock;
import com.dingshu.inventory.Stock;
import com.dingshu.inventory.Warehouses;
import com.dingshu.shared.Ids;
import com.dingshu.shared.PostalAddress;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.CreateTenant;
import com.dingshu.tenancy.OpenShop;
import com.dingshu.tenancy.Shops;
import com.dingshu.tenancy.TenantInfo;
import com.dingshu.tenancy.Tenants;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Merchants made for one run, each with a shop, a warehouse and SKUs that do not run out. */
record BenchMerchants(List<Seller> sellers) {

    private static final int SKUS = 20;
    private static final int PIECES = 1_000_000;

    /** One merchant and what it sells. */
    record Seller(int tenant, UUID shop, List<UUID> skus) {

        Acting acting() {
            return Acting.as(tenant, Actor.system("bench"));
        }
    }

    int count() {
        return sellers.size();
    }

    static BenchMerchants open(Application application, int count) {
        List<Seller> sellers = new ArrayList<>();
        String run = Long.toString(System.nanoTime(), 36);
        for (int i = 0; i < count; i++) {
            TenantInfo tenant = application
                    .bean(Tenants.class)
                    .create(new CreateTenant("b" + run + i, "测速" + i, ZoneId.of("Asia/Shanghai"), "CNY", Locale.CHINA));
            sellers.add(Acting.as(tenant.id(), Actor.system("bench")).call(() -> open(application, tenant)));
        }
        return new BenchMerchants(sellers);
    }

    private static Seller open(Application application, TenantInfo tenant) {
        UUID shop = application
                .bean(Shops.class)
                .open(new OpenShop("taobao", "店", tenant.slug(), "CNY", OpenShop.USUAL_PAYMENT_TIMEOUT))
                .id();
        UUID warehouse = application
                .bean(Warehouses.class)
                .open(new OpenWarehouse("W", "仓", PostalAddress.UNKNOWN, "仓", "0571-1"))
                .id();
        List<UUID> skus = new ArrayList<>();
        for (int i = 0; i < SKUS; i++) {
            var saved = application.bean(Catalog.class).save(SaveSku.of("SKU-" + i, "商品 " + i, 1_000, "CNY"));
            UUID sku = ((SaveSkuResult.Created) saved).sku().id();
            application.bean(Stock.class).receive(new ReceiveStock(warehouse, sku, PIECES, "期初", Ids.next()));
            skus.add(sku);
        }
        return new Seller(tenant.id(), shop, skus);
    }
}
