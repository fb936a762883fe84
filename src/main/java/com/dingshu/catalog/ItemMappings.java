package com.dingshu.catalog;

import com.dingshu.catalog.events.ItemMapped;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.DomainEvent;
import com.dingshu.tenancy.Events;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which SKU an item of a shop stands for. The item key is what the channel calls the item: the merchant's code where it
 * gives one, else the variant's id. An item without a mapping stands for the SKU of equal code, else of equal barcode.
 */
@Service
@Transactional
public class ItemMappings {

    private static final int LONGEST_KEY = 120;

    private final ItemMappingRepository mappings;
    private final CatalogGateway gateway;
    private final CatalogCache cache;
    private final Events events;

    ItemMappings(ItemMappingRepository mappings, CatalogGateway gateway, CatalogCache cache, Events events) {
        this.mappings = mappings;
        this.gateway = gateway;
        this.cache = cache;
        this.events = events;
    }

    /** The SKUs of a whole batch of items; those that stand for nothing are missing. At most two statements for 256. */
    @Requires({
        Permission.ORDERS_ACCEPT,
        Permission.ORDERS_CREATE,
        Permission.CHANNELS_VIEW,
        Permission.CHANNELS_IMPORT,
        Permission.CATALOG_VIEW,
        Permission.FACTS_RECORD
    })
    @Transactional(readOnly = true)
    public Map<String, UUID> resolve(UUID shopId, Collection<String> itemKeys) {
        return cache.resolve(shopId, itemKeys);
    }

    /**
     * From now on the item stands for the SKU, and whatever waits for it is told. Mapping it again to the same SKU
     * changes nothing.
     *
     * @throws IllegalArgumentException when the SKU is unknown or the key is empty or longer than 120 characters
     */
    @Requires({Permission.CHANNELS_REPAIR, Permission.CATALOG_EDIT})
    public void map(UUID shopId, String itemKey, UUID skuId) {
        mapAll(shopId, Map.of(itemKey, skuId));
    }

    /** Maps many items of one shop at once; see {@link #map}. */
    @Requires({Permission.CHANNELS_REPAIR, Permission.CATALOG_EDIT})
    public void mapAll(UUID shopId, Map<String, UUID> skuByItem) {
        skuByItem.keySet().forEach(ItemMappings::checkKey);
        checkSkus(Set.copyOf(skuByItem.values()));
        Map<String, ItemMapping> known = mappings.findByShopIdAndItemKeyIn(shopId, skuByItem.keySet()).stream()
                .collect(Collectors.toMap(ItemMapping::itemKey, Function.identity()));
        List<DomainEvent> mapped = new ArrayList<>();
        skuByItem.forEach((itemKey, skuId) -> {
            ItemMapping mapping = known.get(itemKey);
            if (mapping == null) {
                mappings.save(new ItemMapping(shopId, itemKey, skuId));
            } else if (mapping.skuId().equals(skuId)) {
                return;
            } else {
                mapping.standsFor(skuId);
            }
            mapped.add(new ItemMapped(Acting.current().tenantId(), skuId, shopId, itemKey));
        });
        if (!mapped.isEmpty()) {
            mappings.flush();
            gateway.renewStamp();
            events.publish(mapped);
        }
    }

    /**
     * The item stands no longer for what it was mapped to; from now on it is known by equal code or barcode only. Orders
     * that are there keep their SKU. True when there was a mapping.
     */
    @Requires({Permission.CHANNELS_REPAIR, Permission.CATALOG_EDIT})
    public boolean unmap(UUID shopId, String itemKey) {
        List<ItemMapping> known = mappings.findByShopIdAndItemKeyIn(shopId, List.of(itemKey));
        if (!known.isEmpty()) {
            mappings.deleteAll(known);
            mappings.flush();
            gateway.renewStamp();
        }
        return !known.isEmpty();
    }

    private void checkSkus(Set<UUID> skuIds) {
        Set<UUID> known = gateway.byIds(skuIds).stream().map(SkuInfo::id).collect(Collectors.toSet());
        skuIds.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(unknown -> {
            throw new IllegalArgumentException("No SKU " + unknown);
        });
    }

    private static void checkKey(String itemKey) {
        if (itemKey.isBlank() || itemKey.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("itemKey: 1 to " + LONGEST_KEY + " characters");
        }
    }
}
