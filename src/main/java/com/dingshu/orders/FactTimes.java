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

    /** When the time to send it was over; null when it left in time or still can. */
    @Nullable
    Instant overdueAt;

    @Nullable
    Instant shippedAt;

    /** When it was noticed that no carrier had fetched it in time. */
    @Nullable
    Instant uncollectedAt;

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

    /** Taken back: what the warehouse and the carrier did of it counts no more. */
    void forgetWarehouse() {
        this.releasedAt = null;
        this.labelPrintedAt = null;
        this.pickedAt = null;
        this.packedAt = null;
        this.collectedAt = null;
        this.deliveredAt = null;
    }
}
