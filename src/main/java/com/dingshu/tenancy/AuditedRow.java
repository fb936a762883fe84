package com.dingshu.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * A row of one tenant whose every change is kept: who, when, what and why. Subclasses carry {@code @Audited} and have a
 * table {@code <name>_aud} with the same columns.
 */
@MappedSuperclass
@Audited
@IdClass(TenantKey.class)
public abstract class AuditedRow implements Persistable<TenantKey> {

    @Id
    @TenantId
    @Column(name = "tenant_id", nullable = false, updatable = false)
    private @Nullable Integer tenantId;

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Transient
    private boolean stored;

    @SuppressWarnings("NullAway.Init")
    protected AuditedRow() {}

    protected AuditedRow(UUID id) {
        this.id = id;
        this.tenantId = Acting.current().tenantId();
    }

    public UUID id() {
        return id;
    }

    public int tenantId() {
        return tenantId == null ? Acting.current().tenantId() : tenantId;
    }

    /** Grows by one with every change that is written. */
    public int version() {
        return version;
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
