package com.dingshu.orders;

import com.dingshu.tenancy.TenantKey;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface OrderRulesRepository extends JpaRepository<OrderRules, TenantKey> {

    Optional<OrderRules> findFirstByOrderById();
}
