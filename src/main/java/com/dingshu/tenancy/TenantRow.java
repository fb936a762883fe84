package com.dingshu.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A row of one tenant without a history of its own. */
@MappedSuperclass
@IdClass(TenantKey.class)
public abstract class TenantRow implements Persistable<TenantKey> {

    @Id
    @TenantId
    @Column(name = "tenant_id", nullable = false, updatable = false)
    private @Nullable Integer tenantId;

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @Transient
    private boolean stored;

    @SuppressWarnings("NullAway.Init")
    protected TenantRow() {}

    protected TenantRow(UUID id) {
        this.id = id;
        this.tenantId = Acting.current().tenantId();
    }

    public UUID id() {
        return id;
    }

    public int tenantId() {
        return tenantId == null ? Acting.current().tenantId() : tenantId;
    }

    @Override
    public @Nullable TenantKey getId() {
        return new TenantKey(tenantId(), id);
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void nowStored() {
        stored = true;
    }
}
