package com.dingshu.fulfilment;

import com.dingshu.tenancy.TenantKey;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface FulfilmentOrderRepository extends JpaRepository<FulfilmentOrder, TenantKey> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from FulfilmentOrder f where f.id = :id")
    Optional<FulfilmentOrder> lock(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from FulfilmentOrder f where f.waybillNo = :waybillNo")
    Optional<FulfilmentOrder> lockByWaybill(String waybillNo);

    @Query("select f.orderId from FulfilmentOrder f where f.waybillNo = :waybillNo")
    List<UUID> orderOfWaybill(String waybillNo);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from FulfilmentOrder f where f.id in :ids")
    List<FulfilmentOrder> lockAll(Collection<UUID> ids);

    List<FulfilmentOrder> findByOrderId(UUID orderId);

    List<FulfilmentOrder> findByOrderIdIn(Collection<UUID> orderIds);

    List<FulfilmentOrder> findByIdIn(Collection<UUID> ids);

    List<FulfilmentOrder> findByStateInOrderByDueAtAscIdAsc(Collection<FulfilmentState> states, Limit limit);

    List<FulfilmentOrder> findByStateAndDueAtAfterOrderByDueAtAscIdAsc(
            FulfilmentState state, Instant dueAfter, Limit limit);

    default Optional<FulfilmentOrder> own(UUID id) {
        return findById(TenantKey.own(id));
    }
}
