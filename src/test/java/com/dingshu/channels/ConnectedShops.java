package com.dingshu.channels;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SaveSku;
import com.dingshu.tenancy.OpenShop;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.SimulatorProcess;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Opens and connects shops of a test's own merchant, on the simulators where there are some. */
@Component
class ConnectedShops {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Shops shops;
    private final Connections connections;
    private final Catalog catalog;

    ConnectedShops(Shops shops, Connections connections, Catalog catalog) {
        this.shops = shops;
        this.connections = connections;
        this.catalog = catalog;
    }

    /** A connected shop with the secret its pushes are signed with. */
    record TestShop(ShopInfo info, String appKey, String secret, String token) {

        /** The address under which the simulators are told what happens in the shop. */
        String path() {
            return "/_sim/shops/" + info.channel() + "/" + URLEncoder.encode(info.externalId(), StandardCharsets.UTF_8);
        }
    }

    TestShop open(Merchant merchant, String channel, String base, boolean pulls) {
        int number = NUMBER.incrementAndGet();
        String external =
                switch (channel) {
                    case "douyin" -> Integer.toString(4_000_000 + merchant.id() * 100 + number);
                    case "shopify" -> "s" + merchant.id() + "-" + number + ".myshopify.com";
                    default -> "测试店" + merchant.id() + "-" + number;
                };
        return merchant.call(() -> {
            ShopInfo shop = shops.open(new OpenShop(channel, "测试店", external, "CNY", OpenShop.USUAL_PAYMENT_TIMEOUT));
            String appKey = channel.equals("shopify") ? "" : "70123456789" + merchant.id() + number;
            TestShop opened = new TestShop(shop, appKey, "secret-" + number, "token-" + number);
            connections.connect(new ConnectShop(
                    shop.id(), address(channel, base, external), appKey, opened.secret(), opened.token(), pulls));
            return opened;
        });
    }

    private static String address(String channel, String base, String external) {
        return switch (channel) {
            case "taobao" -> base + "/taobao/router/rest";
            case "shopify" -> base + "/shopify/" + external;
            default -> base + "/" + channel;
        };
    }

    /** The shop on the simulators, selling what the merchant's catalogue has and pushing to {@code hook}. */
    TestShop simulated(Merchant merchant, String channel, SimulatorProcess simulator, String hook) {
        TestShop shop = open(merchant, channel, simulator.url(""), true);
        merchant.run(() -> {
            catalog.save(SaveSku.of("TEA-1", "单丛", 17800, "CNY"));
            catalog.save(SaveSku.of("TEA-2", "肉桂", 9900, "CNY"));
        });
        simulator.post("/_sim/shops", """
                {"channel":"%s","shopId":"%s","appKey":"%s","appSecret":"%s","token":"%s","hook":"%s","products":[
                  {"sku":"TEA-1","name":"单丛","spec":"200g","priceMinor":17800},{"sku":"TEA-2","name":"肉桂","priceMinor":9900}]}""".formatted(
                        channel, shop.info().externalId(), shop.appKey(), shop.secret(), shop.token(), hook));
        return shop;
    }
}
