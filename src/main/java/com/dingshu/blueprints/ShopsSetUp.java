package com.dingshu.blueprints;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.ItemMappings;
import com.dingshu.inventory.WarehouseInfo;
import com.dingshu.inventory.Warehouses;
import com.dingshu.tenancy.OpenShop;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The merchant's shops, which warehouses serve them, and what their items stand for. */
@Component
class ShopsSetUp {

    private final Shops shops;
    private final Warehouses warehouses;
    private final ItemMappings mappings;
    private final Catalog catalog;

    ShopsSetUp(Shops shops, Warehouses warehouses, ItemMappings mappings, Catalog catalog) {
        this.shops = shops;
        this.warehouses = warehouses;
        this.mappings = mappings;
        this.catalog = catalog;
    }

    /** @param open the merchant's warehouses by code */
    void setUp(MerchantFolder folder, Map<String, WarehouseInfo> open) {
        var known = shops.all().stream().map(ShopInfo::externalId).collect(Collectors.toSet());
        var listings = folder.listings();
        for (var shop : folder.shops()) {
            var opened = open(shop);
            if (!known.contains(shop.externalId())) {
                warehouses.setShopOrder(opened.id(), ids(shop, open));
            }
            mapItems(opened.id(), listings.stream().filter(shop::sells).toList());
        }
    }

    private static List<UUID> ids(MerchantFolder.Shop shop, Map<String, WarehouseInfo> open) {
        return shop.warehouses().stream()
                .map(code -> Objects.requireNonNull(open.get(code), code).id())
                .toList();
    }

    private ShopInfo open(MerchantFolder.Shop shop) {
        return shops.open(new OpenShop(
                shop.channel(), shop.name(), shop.externalId(), shop.currency(), OpenShop.USUAL_PAYMENT_TIMEOUT));
    }

    /** Items that carry the SKU's own code need no mapping, and a mapping changed since stays. */
    private void mapItems(UUID shopId, List<MerchantFolder.Listing> listings) {
        var known = mappings.resolve(
                shopId, listings.stream().map(MerchantFolder.Listing::itemKey).toList());
        var missing = listings.stream()
                .filter(listing -> !known.containsKey(listing.itemKey()))
                .flatMap(listing -> skuOf(listing).map(sku -> Map.entry(listing.itemKey(), sku)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        mappings.mapAll(shopId, missing);
    }

    private Stream<UUID> skuOf(MerchantFolder.Listing listing) {
        return Stream.ofNullable(listing.sku())
                .map(code -> catalog.byCode(code).orElseThrow().id());
    }
}
