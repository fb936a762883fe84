package com.dingshu.orders;

import com.dingshu.tenancy.TenantKey;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface OrderLineRepository extends JpaRepository<OrderLine, TenantKey> {

    List<OrderLine> findByOrderIdIn(Collection<UUID> orderIds);
}
