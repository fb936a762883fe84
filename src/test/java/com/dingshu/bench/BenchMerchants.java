package com.dingshu.bench;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SaveSku;
import com.dingshu.catalog.SaveSkuResult;
import com.dingshu.catalog.SkuInfo;
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
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import com.dingshu.tenancy.TenantInfo;
import com.dingshu.tenancy.Tenants;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Merchants to measure with, each with a shop, a warehouse and SKUs that do not run out. */
record BenchMerchants(List<Seller> sellers) {

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

    /** Those of a name, made by the first run on this database and found again by every later one. */
    static BenchMerchants open(Application application, String name, int count, int skus) {
        Tenants tenants = application.bean(Tenants.class);
        return new BenchMerchants(IntStream.range(0, count)
                .mapToObj(i -> tenants.bySlug(name + i)
                        .orElseGet(() -> tenants.create(
                                new CreateTenant(name + i, "测速" + i, ZoneId.of("Asia/Shanghai"), "CNY", Locale.CHINA))))
                .map(tenant ->
                        Acting.as(tenant.id(), Actor.system("bench")).call(() -> open(application, tenant, skus)))
                .toList());
    }

    private static Seller open(Application application, TenantInfo tenant, int count) {
        String domain = tenant.slug() + ".myshopify.com";
        String secret = "secret of " + tenant.slug();
        Optional<ShopInfo> known = application.bean(Shops.class).all().stream().findFirst();
        UUID shop = known.map(ShopInfo::id).orElseGet(() -> connected(application, domain, secret));
        UUID warehouse = application
                .bean(Warehouses.class)
                .open(new OpenWarehouse("W", "仓", PostalAddress.UNKNOWN, "仓", "0571-1"))
                .id();
        List<UUID> skus = IntStream.range(0, count)
                .mapToObj(i -> application
                        .bean(Catalog.class)
                        .byCode("SKU-" + i)
                        .map(SkuInfo::id)
                        .orElseGet(() -> stocked(application, warehouse, "SKU-" + i)))
                .toList();
        return new Seller(tenant.id(), shop, domain, secret, skus);
    }

    private static UUID connected(Application application, String domain, String secret) {
        UUID shop = application
                .bean(Shops.class)
                .open(new OpenShop("shopify", "店", domain, "CNY", OpenShop.USUAL_PAYMENT_TIMEOUT))
                .id();
        application
                .bean(Connections.class)
                .connect(new ConnectShop(shop, "http://127.0.0.1:1/" + domain, "", secret, "token", false));
        return shop;
    }

    private static UUID stocked(Application application, UUID warehouse, String code) {
        var saved = application.bean(Catalog.class).save(SaveSku.of(code, "商品 " + code, 1_000, "CNY"));
        UUID sku = ((SaveSkuResult.Created) saved).sku().id();
        application.bean(Stock.class).receive(new ReceiveStock(warehouse, sku, PIECES, "期初", Ids.next()));
        return sku;
    }
}
