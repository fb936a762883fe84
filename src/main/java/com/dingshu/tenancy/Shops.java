package com.dingshu.tenancy;

import com.dingshu.shared.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The shops of the merchant now acted for. */
@Service
@Transactional
public class Shops {

    private final ShopRepository shops;
    private final ShopDirectory directory;

    Shops(ShopRepository shops, ShopDirectory directory) {
        this.shops = shops;
        this.directory = directory;
    }

    @Requires({
        Permission.ORDERS_VIEW,
        Permission.CHANNELS_VIEW,
        Permission.STOCK_VIEW,
        Permission.INSIGHT_VIEW,
        Permission.CATALOG_VIEW,
        Permission.CUSTOMERS_VIEW,
        Permission.THRESHOLDS_MANAGE,
        Permission.SETTINGS_MANAGE,
        Permission.ORDERS_ACCEPT,
        Permission.FACTS_RECORD
    })
    @Transactional(readOnly = true)
    public List<ShopInfo> all() {
        return shops.findAllByOrderByChannelAscNameAsc().stream()
                .map(Shop::info)
                .toList();
    }

    @Requires({
        Permission.ORDERS_VIEW,
        Permission.CHANNELS_VIEW,
        Permission.STOCK_VIEW,
        Permission.INSIGHT_VIEW,
        Permission.CATALOG_VIEW,
        Permission.CUSTOMERS_VIEW,
        Permission.ORDERS_ACCEPT,
        Permission.FACTS_RECORD
    })
    @Transactional(readOnly = true)
    public Optional<ShopInfo> byId(UUID id) {
        return shops.own(id).map(Shop::info);
    }

    /**
     * Opens a shop and makes it known to the directory of addresses. Opening the same one again returns it unchanged.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another merchant owns the external id
     */
    @Requires(Permission.CHANNELS_CONFIGURE)
    public ShopInfo open(OpenShop command) {
        return shops.findByChannelAndExternalId(command.channel(), command.externalId())
                .map(Shop::info)
                .orElseGet(() -> opened(command));
    }

    /**
     * Makes a shop known to the directory by a further key of its channel, e.g. its application's. Repeating it, or sharing
     * the key among shops of one merchant, is harmless: the first shop keeps it.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another merchant has the key
     */
    @Requires({Permission.CHANNELS_CONFIGURE, Permission.SETTINGS_MANAGE})
    public void alsoKnownAs(UUID id, String externalKey) {
        Shop shop = shops.own(id).orElseThrow();
        int tenant = Acting.current().tenantId();
        boolean ours = directory
                .find(shop.info().channel(), externalKey)
                .filter(known -> known.tenantId() == tenant)
                .isPresent();
        if (!ours) {
            directory.register(shop.info().channel(), externalKey, tenant, id);
        }
    }

    @Requires(Permission.CHANNELS_CONFIGURE)
    public void setActive(UUID id, boolean active) {
        shops.own(id).orElseThrow().setActive(active);
    }

    private ShopInfo opened(OpenShop command) {
        Shop shop = shops.save(new Shop(Ids.next(), command));
        directory.register(
                command.channel(), command.externalId(), Acting.current().tenantId(), shop.id());
        return shop.info();
    }
}
