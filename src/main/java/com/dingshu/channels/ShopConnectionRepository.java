package com.dingshu.channels;

import com.dingshu.tenancy.TenantKey;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ShopConnectionRepository extends Repository<ShopConnection, TenantKey> {

    Optional<ShopConnection> findByShopId(UUID shopId);

    ShopConnection save(ShopConnection connection);
}
