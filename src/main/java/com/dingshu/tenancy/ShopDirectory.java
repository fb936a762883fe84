package com.dingshu.tenancy;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Finds the merchant behind what a channel sends. It is the one look-up that needs no tenant, and it knows nothing but
 * addresses: call it with keys out of verified content only.
 */
@Service
public class ShopDirectory {

    private final JdbcClient jdbc;

    ShopDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param externalKey the shop as the channel names it, see {@link ShopInfo#externalId} */
    public Optional<ShopAddress> find(String channel, String externalKey) {
        return jdbc.sql("""
                select tenant_id, shop_id from shop_address
                where channel = :channel and external_key = :key""")
                .param("channel", channel)
                .param("key", externalKey)
                .query((row, n) -> new ShopAddress(row.getInt("tenant_id"), Db.uuid(row, "shop_id")))
                .optional();
    }

    void register(String channel, String externalKey, int tenantId, UUID shopId) {
        jdbc.sql("""
                insert into shop_address (channel, external_key, tenant_id, shop_id)
                values (:channel, :key, :tenant, :shop)""")
                .param("channel", channel)
                .param("key", externalKey)
                .param("tenant", tenantId)
                .param("shop", Db.uuid(shopId))
                .update();
    }
}
