package com.dingshu.customers;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.TenantRow;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** One key by which a customer is recognised: a channel's buyer key or a telephone number, as a keyed hash. Never changed. */
@Entity
class CustomerIdentity extends TenantRow {

    private UUID customerId;
    private String kind;
    private byte[] keyIndex;
    private Instant firstSeenAt;

    @SuppressWarnings("NullAway.Init")
    protected CustomerIdentity() {}

    CustomerIdentity(UUID customerId, String kind, byte[] keyIndex, Instant firstSeenAt) {
        super(Ids.next());
        this.customerId = customerId;
        this.kind = kind;
        this.keyIndex = keyIndex;
        this.firstSeenAt = firstSeenAt;
    }
}
