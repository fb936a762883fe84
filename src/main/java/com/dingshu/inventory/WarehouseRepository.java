package com.dingshu.inventory;

import com.dingshu.tenancy.TenantKey;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface WarehouseRepository extends JpaRepository<Warehouse, TenantKey> {

    List<Warehouse> findAllByOrderByCode();

    Optional<Warehouse> findByCode(String code);
}
