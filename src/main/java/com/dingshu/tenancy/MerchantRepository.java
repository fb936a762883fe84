package com.dingshu.tenancy;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface MerchantRepository extends JpaRepository<Merchant, TenantKey> {

    Optional<Merchant> findFirstByOrderById();
}
