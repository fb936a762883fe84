package com.dingshu.fulfilment;

import com.dingshu.tenancy.TenantKey;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface FulfilmentLineRepository extends JpaRepository<FulfilmentLine, TenantKey> {

    List<FulfilmentLine> findByFulfilmentOrderIdOrderByLineNo(UUID fulfilmentOrderId);

    List<FulfilmentLine> findByFulfilmentOrderIdInOrderByFulfilmentOrderIdAscLineNoAsc(Collection<UUID> orders);
}
