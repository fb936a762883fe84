package com.dingshu.bench;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SaveSku;
import com.dingshu.catalog.SaveSkuResult;
import com.dingshu.channels.ConnectShop;
import com.dingshu.channels.Connections;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Merchants made for one run, each with a shop, a warehouse and SKUs that do not run out. */
record BenchMerchants(List<Seller> sellers) {

    private static final int SKUS = 20;
    private static final int PIECES = 1_000_000;

    /** One merchant and what it sells. */
    record Seller(int tenant, UUID shop, String domain, String secret, List<UUID> skus) {

        Acting acting() {
            return Acting.as(tenant, Actor.system("bench"));
        }
    }

    int count() {
        return sellers.size();
    }

    /** So many merchants at random, the first of them most often: each half as often as the one of half its rank. */
    List<Seller> drawn(int count, Random random) {
        double[] upTo = new double[sellers.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
        double all = sum;
        return Stream.generate(() -> at(upTo, random.nextDouble() * all))
                .limit(count)
                .toList();
    }

    private Seller at(double[] upTo, double value) {
        int found = Arrays.binarySearch(upTo, value);
        return sellers.get(found < 0 ? -found - 1 : found);
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
        String domain = tenant.slug() + ".myshopify.com";
        String secret = "secret of " + tenant.slug();
        UUID shop = application
                .bean(Shops.class)
                .open(new OpenShop("shopify", "店", domain, "CNY", OpenShop.USUAL_PAYMENT_TIMEOUT))
                .id();
        application
                .bean(Connections.class)
                .connect(new ConnectShop(shop, "http://127.0.0.1:1/" + domain, "", secret, "token", false));
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
        return new Seller(tenant.id(), shop, domain, secret, skus);
    }
}
