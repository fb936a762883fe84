package com.dingshu.audit;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;
import org.jspecify.annotations.Nullable;

/** One transaction that changed audited rows. Its numbers are taken in blocks; gaps mean nothing. */
@Entity
@Table(name = "revinfo")
@RevisionEntity(RevisionStamp.class)
class Revision {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "revision")
    @TableGenerator(
            name = "revision",
            table = "revinfo_id",
            pkColumnName = "name",
            valueColumnName = "next_val",
            pkColumnValue = "revision",
            allocationSize = 1000)
    @RevisionNumber
    private long rev;

    @RevisionTimestamp
    @Column(name = "at")
    private Instant at;

    @TenantId
    @Column(name = "tenant_id")
    private @Nullable Integer tenantId;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    private @Nullable UUID actorId;
    private String actorName;
    private @Nullable String reason;
    private @Nullable String device;
    private String requestId;

    @SuppressWarnings("NullAway.Init")
    protected Revision() {}

    void stamp(Acting acting, Instant now) {
        this.at = now;
        this.tenantId = acting.tenantId();
        this.actorKind = acting.actor().kind();
        this.actorId = acting.actor().userId();
        this.actorName = acting.actor().name();
        this.reason = acting.reason();
        this.device = acting.actor().device();
        this.requestId = acting.requestId();
    }

    long rev() {
        return rev;
    }

    Change.Who who() {
        return new Change.Who(actorKind, actorId, actorName, device);
    }

    Instant at() {
        return at;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
