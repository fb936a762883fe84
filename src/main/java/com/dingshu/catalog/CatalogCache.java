package com.dingshu.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Remembers answers of the catalogue together with the stamp they were read under. The stamp is read from the database
 * with every question and changes with every change, so an answer is never older than the catalogue, on whichever node
 * it was changed. What was not found is not remembered.
 */
@Component
class CatalogCache {

    private static final int MOST_ANSWERS = 200_000;

    private final CatalogGateway gateway;
    private final Cache<ItemAt, UUID> items =
            Caffeine.newBuilder().maximumSize(MOST_ANSWERS).build();
    private final Cache<SkuAt, SkuInfo> skus =
            Caffeine.newBuilder().maximumSize(MOST_ANSWERS).build();

    CatalogCache(CatalogGateway gateway) {
        this.gateway = gateway;
    }

    Map<String, UUID> resolve(UUID shopId, Collection<String> itemKeys) {
        Optional<UUID> stamp = gateway.stamp();
        if (stamp.isEmpty() || itemKeys.isEmpty()) {
            return Map.of();
        }
        Map<String, UUID> found = new HashMap<>();
        Set<String> unknown = new LinkedHashSet<>();
        for (String key : itemKeys) {
            UUID skuId = items.getIfPresent(new ItemAt(stamp.get(), shopId, key));
            if (skuId == null) {
                unknown.add(key);
            } else {
                found.put(key, skuId);
            }
        }
        Map<String, UUID> read = unknown.isEmpty() ? Map.of() : gateway.resolve(shopId, unknown);
        read.forEach((key, skuId) -> items.put(new ItemAt(stamp.get(), shopId, key), skuId));
        found.putAll(read);
        return found;
    }

    Map<UUID, SkuInfo> byIds(Collection<UUID> ids) {
        Optional<UUID> stamp = gateway.stamp();
        if (stamp.isEmpty() || ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, SkuInfo> found = new LinkedHashMap<>();
        List<UUID> unknown = new ArrayList<>();
        for (UUID id : ids) {
            SkuInfo sku = skus.getIfPresent(new SkuAt(stamp.get(), id));
            if (sku == null) {
                unknown.add(id);
            } else {
                found.put(id, sku);
            }
        }
        for (SkuInfo sku : unknown.isEmpty() ? List.<SkuInfo>of() : gateway.byIds(unknown)) {
            skus.put(new SkuAt(stamp.get(), sku.id()), sku);
            found.put(sku.id(), sku);
        }
        return found;
    }

    private record ItemAt(UUID stamp, UUID shopId, String itemKey) {}

    private record SkuAt(UUID stamp, UUID skuId) {}
}
