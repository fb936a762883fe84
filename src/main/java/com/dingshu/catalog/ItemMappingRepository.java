package com.dingshu.catalog;

import com.dingshu.tenancy.TenantKey;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ItemMappingRepository extends JpaRepository<ItemMapping, TenantKey> {

    List<ItemMapping> findByShopIdAndItemKeyIn(UUID shopId, Collection<String> itemKeys);

    List<ItemMapping> findBySkuIdOrderByItemKey(UUID skuId);
}
