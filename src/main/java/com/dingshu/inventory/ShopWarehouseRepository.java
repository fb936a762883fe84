package com.dingshu.inventory;

import com.dingshu.tenancy.TenantKey;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ShopWarehouseRepository extends JpaRepository<ShopWarehouse, TenantKey> {

    List<ShopWarehouse> findByShopIdOrderByPosition(UUID shopId);
}
