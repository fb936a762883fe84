package com.dingshu.payments;

import com.dingshu.tenancy.TenantKey;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PaymentRepository extends JpaRepository<Payment, TenantKey> {

    List<Payment> findByOrderIdOrderByPaidAt(UUID orderId);

    List<Payment> findByOrderIdIn(Collection<UUID> orderIds);
}
