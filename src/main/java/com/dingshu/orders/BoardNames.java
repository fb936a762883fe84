package com.dingshu.orders;

import com.dingshu.inventory.WarehouseInfo;
import com.dingshu.inventory.Warehouses;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The names of shops and warehouses for rows that carry their ids only, a few seconds old at most. */
@Component
class BoardNames {

    private final Shops shops;
    private final Warehouses warehouses;
    private final Cache<Integer, Known> cache =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(10)).build();

    BoardNames(Shops shops, Warehouses warehouses) {
        this.shops = shops;
        this.warehouses = warehouses;
    }

    private record Known(Map<UUID, String> shops, Map<UUID, String> warehouses) implements BoardGateway.Names {

        @Override
        public String shop(UUID id) {
            return shops.getOrDefault(id, "");
        }

        @Override
        public String warehouse(@Nullable UUID id) {
            return id == null ? "" : warehouses.getOrDefault(id, "");
        }
    }

    BoardGateway.Names current() {
        int tenant = Acting.current().tenantId();
        Known known = cache.getIfPresent(tenant);
        if (known == null) {
            known = Consequence.of(this::read);
            cache.put(tenant, known);
        }
        return known;
    }

    private Known read() {
        return new Known(
                shops.all().stream().collect(Collectors.toMap(ShopInfo::id, ShopInfo::name)),
                warehouses.all().stream().collect(Collectors.toMap(WarehouseInfo::id, WarehouseInfo::name)));
    }
}
