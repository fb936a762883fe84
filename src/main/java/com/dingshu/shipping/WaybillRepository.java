package com.dingshu.shipping;

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
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface WaybillRepository extends JpaRepository<Waybill, TenantKey> {

    Optional<Waybill> findFirstByParcelIdOrderBySerialDesc(UUID parcelId);

    List<Waybill> findByParcelIdInOrderBySerialAsc(Collection<UUID> parcelIds);

    Optional<Waybill> findByCarrierAndCarrierReference(String carrier, String carrierReference);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select w from Waybill w where w.id = :id")
    Optional<Waybill> lock(UUID id);

    List<Waybill> findByCarrierInAndWaybillNo(Collection<String> carriers, String waybillNo);

    boolean existsByNextAttemptAtLessThanEqual(Instant now);

    @Query(
            "select w from Waybill w where w.nextAttemptAt <= :now and w.carrier not in :carriers order by w.nextAttemptAt")
    List<Waybill> dueOfOthers(Collection<String> carriers, Instant now, Limit limit);

    @Query(
            "select w.id from Waybill w where w.nextAttemptAt <= :now and w.carrier in :carriers order by w.nextAttemptAt")
    List<UUID> due(Collection<String> carriers, Instant now, Limit limit);

    /** What waits for another attempt with the carrier has it now. */
    @Modifying
    @Query("update Waybill w set w.nextAttemptAt = :now where w.carrier = :carrier and w.nextAttemptAt > :now")
    void wake(String carrier, Instant now);
}
