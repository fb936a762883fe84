package com.dingshu.catalog;

import com.dingshu.tenancy.TenantKey;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ProductRepository extends JpaRepository<Product, TenantKey> {

    List<Product> findByCodeIn(Collection<String> codes);
}
