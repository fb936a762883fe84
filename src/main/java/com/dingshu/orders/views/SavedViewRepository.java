package com.dingshu.orders.views;

import com.dingshu.tenancy.TenantKey;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface SavedViewRepository extends JpaRepository<SavedView, TenantKey> {

    /** One person's own, oldest first. */
    List<SavedView> findByUserIdOrderByIdAsc(UUID userId);

    /** What anybody shares, oldest first. */
    List<SavedView> findBySharedTrueOrderByIdAsc();
}
