package com.dingshu.payments;

import com.dingshu.orders.events.OrderPaid;
import com.dingshu.shared.Ids;
import com.dingshu.shared.Money;
import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** A proved payment of one order. */
@Entity
@Audited
class Payment extends AuditedRow {

    private UUID orderId;
    private String orderNumber;
    private String provider;
    private String transactionNo;
    private long amountMinor;
    private String currency;
    private Instant paidAt;
    private String proof;
    private @Nullable UUID rawPayloadId;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected Payment() {}

    Payment(OrderPaid fact, Instant now) {
        super(Ids.next());
        this.orderId = fact.aggregateId();
        this.orderNumber = fact.orderNumber();
        this.provider = fact.provider();
        this.transactionNo = fact.transactionNo();
        this.amountMinor = fact.amountMinor();
        this.currency = fact.currency();
        this.paidAt = fact.paidAt();
        this.proof = fact.proof();
        this.rawPayloadId = fact.rawPayloadId();
        this.recordedAt = now;
    }

    boolean isOf(OrderPaid fact) {
        return orderId.equals(fact.aggregateId())
                && provider.equals(fact.provider())
                && transactionNo.equals(fact.transactionNo());
    }

    PaymentFact fact() {
        return new PaymentFact(
                id(), orderId, provider, transactionNo, new Money(amountMinor, currency), paidAt, proof, recordedAt);
    }
}
