package com.dingshu.customers;

import com.dingshu.tenancy.TenantKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CustomerRepository extends JpaRepository<Customer, TenantKey> {

    List<Customer> findByIdIn(Collection<UUID> ids);

    default Optional<Customer> own(UUID id) {
        return findById(TenantKey.own(id));
    }
}
