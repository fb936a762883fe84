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
