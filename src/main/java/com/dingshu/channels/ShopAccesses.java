package com.dingshu.channels;

import com.dingshu.channels.connect.ShopAccess;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import com.dingshu.tenancy.TenantKeys;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens what it takes to call the platform for a shop, and remembers it for half a minute. */
@Component
class ShopAccesses {

    static final String SECRET = "secret";
    static final String TOKEN = "token";

    private final ShopConnectionRepository connections;
    private final Shops shops;
    private final TenantKeys keys;
    private final Cache<Key, ShopAccess> cache = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();

    private record Key(int tenantId, UUID shopId) {}

    ShopAccesses(ShopConnectionRepository connections, Shops shops, TenantKeys keys) {
        this.connections = connections;
        this.shops = shops;
        this.keys = keys;
    }

    /** Empty when the shop of the merchant now acted for is unknown or not connected. */
    Optional<ShopAccess> of(UUID shopId) {
        Key key = key(shopId);
        @Nullable ShopAccess known = cache.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ShopAccess> found = shops.byId(shopId)
                .flatMap(shop -> connections.findByShopId(shopId).map(connection -> open(shop, connection)));
        found.ifPresent(access -> cache.put(key, access));
        return found;
    }

    void forget(UUID shopId) {
        cache.invalidate(key(shopId));
    }

    byte[] close(UUID shopId, String column, String plain) {
        return keys.encrypt(plain, context(shopId, column));
    }

    private ShopAccess open(ShopInfo shop, ShopConnection connection) {
        return new ShopAccess(
                shop.id(),
                shop.externalId(),
                URI.create(connection.baseAddress()),
                connection.appKey(),
                keys.decryptText(connection.secret(), context(shop.id(), SECRET)),
                keys.decryptText(connection.token(), context(shop.id(), TOKEN)));
    }

    private static Key key(UUID shopId) {
        return new Key(Acting.current().tenantId(), shopId);
    }

    private static String context(UUID shopId, String column) {
        return "shop_connection|" + shopId + "|" + column;
    }
}
