package com.dingshu.orders;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** A remark of staff on an order. */
@Entity
@Audited
class OrderNote extends AuditedRow {

    @Column(updatable = false)
    private UUID orderId;

    private String remark;
    private String author;
    private Instant writtenAt;

    @SuppressWarnings("NullAway.Init")
    protected OrderNote() {}

    OrderNote(UUID orderId, String remark, Instant now) {
        super(Ids.next());
        this.orderId = orderId;
        this.remark = remark;
        this.author = Acting.current().actor().name();
        this.writtenAt = now;
    }
}
