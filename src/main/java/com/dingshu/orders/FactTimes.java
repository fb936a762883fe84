package com.dingshu.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The facts of an order as times. What has not happened is null; nothing is inferred from anything else. */
@Embeddable
class FactTimes {

    @Column(updatable = false)
    Instant placedAt;

    @Column(updatable = false)
    Instant takenInAt;

    @Nullable
    Instant reservedAt;

    @Nullable
    Instant paidAt;

    @Nullable
    Instant reviewedAt;

    @Nullable
    Instant releasedAt;

    @Nullable
    Instant labelPrintedAt;

    @Nullable
    Instant pickedAt;

    @Nullable
    Instant packedAt;

    @Nullable
    Instant shippedAt;

    @Nullable
    Instant collectedAt;

    @Nullable
    Instant deliveredAt;

    @Nullable
    Instant completedAt;

    /** Cancelled, expired, voided or back at the sender. */
    @Nullable
    Instant closedAt;

    @SuppressWarnings("NullAway.Init")
    protected FactTimes() {}

    FactTimes(Instant placedAt, Instant takenInAt) {
        this.placedAt = placedAt;
        this.takenInAt = takenInAt;
    }
}
