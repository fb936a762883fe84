package com.dingshu.blueprints;

import com.dingshu.blueprints.MerchantFolder.Shop;
import com.dingshu.channels.ConnectShop;
import com.dingshu.channels.Connections;
import com.dingshu.channels.ShopSync;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.TenantInfo;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Connects the demonstration's shops to the simulated platforms. A shop that is connected there already is left alone. */
@Component
@Profile("demo")
class DemoConnections {

    private final Connections connections;
    private final DemoSettings demo;

    DemoConnections(Connections connections, DemoSettings demo) {
        this.connections = connections;
        this.demo = demo;
    }

    void connect(TenantInfo tenant, MerchantFolder folder) {
        if (demo.simulator().isBlank()) {
            return;
        }
        Acting.as(tenant.id(), Actor.system("set-up"))
                .because("Connected to the simulated platforms")
                .run(() -> folder.shops().stream()
                        .filter(shop -> shop.credentials() != null)
                        .forEach(this::connect));
    }

    private void connect(Shop shop) {
        String address = address(shop);
        connections.all().stream()
                .filter(known -> known.shop().channel().equals(shop.channel()))
                .filter(known -> known.shop().externalId().equals(shop.externalId()))
                .filter(known -> !known.baseAddress().equals(address))
                .findFirst()
                .ifPresent(known -> connect(known, shop, address));
    }

    private void connect(ShopSync known, Shop shop, String address) {
        Map<String, String> credentials = Objects.requireNonNull(shop.credentials());
        connections.connect(new ConnectShop(
                known.shop().id(),
                address,
                credentials.getOrDefault("appKey", ""),
                credentials.getOrDefault("appSecret", ""),
                credentials.getOrDefault("session", credentials.getOrDefault("accessToken", "")),
                true));
    }

    private String address(Shop shop) {
        return switch (shop.channel()) {
            case "taobao" -> demo.simulator() + "/taobao/router/rest";
            case "shopify" -> demo.simulator() + "/shopify/" + shop.externalId();
            default -> demo.simulator() + "/" + shop.channel();
        };
    }
}
