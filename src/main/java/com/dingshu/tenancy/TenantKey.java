package com.dingshu.tenancy;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The primary key of every row of a tenant: the tenant first, so that a tenant's rows lie together. */
public final class TenantKey implements Serializable {

    private @Nullable Integer tenantId;
    private @Nullable UUID id;

    TenantKey() {}

    public TenantKey(Integer tenantId, UUID id) {
        this.tenantId = tenantId;
        this.id = id;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TenantKey key && Objects.equals(tenantId, key.tenantId) && Objects.equals(id, key.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenantId, id);
    }

    @Override
    public String toString() {
        return tenantId + "/" + id;
    }

    /** The key of a row of the tenant now acting. */
    public static TenantKey own(UUID id) {
        return new TenantKey(Acting.current().tenantId(), id);
    }
}
