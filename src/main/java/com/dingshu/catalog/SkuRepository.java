package com.dingshu.catalog;

import com.dingshu.tenancy.TenantKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface SkuRepository extends JpaRepository<Sku, TenantKey> {

    Optional<Sku> findByCode(String code);

    List<Sku> findByCodeIn(Collection<String> codes);
}
