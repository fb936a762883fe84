package com.dingshu.customers;

import com.dingshu.tenancy.TenantKey;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface CustomerRepository extends JpaRepository<Customer, TenantKey> {

    List<Customer> findByIdIn(Collection<UUID> ids);

    /** Locked in the order of their ids, so that two merges of the same people wait for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<Customer> findByIdInOrderById(Collection<UUID> ids);

    List<Customer> findByMergedInto(UUID id);

    default Optional<Customer> own(UUID id) {
        return findById(TenantKey.own(id));
    }
}
