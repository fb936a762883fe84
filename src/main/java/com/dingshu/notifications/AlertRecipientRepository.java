package com.dingshu.notifications;

import com.dingshu.tenancy.TenantKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface AlertRecipientRepository extends JpaRepository<AlertRecipient, TenantKey> {

    List<AlertRecipient> findAllByOrderById();

    Optional<AlertRecipient> findByPhoneIndex(byte[] phoneIndex);

    default Optional<AlertRecipient> own(UUID id) {
        return findById(TenantKey.own(id));
    }
}
