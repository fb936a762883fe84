package com.dingshu.orders;

import com.dingshu.tenancy.TenantKey;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface OrderHoldRepository extends JpaRepository<OrderHold, TenantKey> {

    List<OrderHold> findByOrderIdInAndStateIn(Collection<UUID> orderIds, Collection<HoldState> states);
}
