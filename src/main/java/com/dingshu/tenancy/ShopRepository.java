package com.dingshu.tenancy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ShopRepository extends JpaRepository<Shop, TenantKey> {

    List<Shop> findAllByOrderByChannelAscNameAsc();

    Optional<Shop> findByChannelAndExternalId(String channel, String externalId);

    default Optional<Shop> own(UUID id) {
        return findById(TenantKey.own(id));
    }
}
