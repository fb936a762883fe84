package com.dingshu.orders;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment that something proves: the signed word of a channel or provider, or a person's confirmation. */
record ProvedPayment(
        String provider,
        String transactionNo,
        long amountMinor,
        Instant paidAt,
        String proof,
        @Nullable UUID rawPayloadId) {

    /** What a snapshot says that is at least paid. */
    static ProvedPayment of(ChannelOrderSnapshot snapshot) {
        SnapshotPayment payment = snapshot.payment();
        long paid = snapshot.amounts().actualPaidMinor();
        Instant told = payment != null && payment.paidAt() != null ? payment.paidAt() : snapshot.paidAt();
        return new ProvedPayment(
                snapshot.channel(),
                payment == null || payment.transactionNo().isEmpty()
                        ? snapshot.channelOrderNo()
                        : payment.transactionNo(),
                paid > 0 ? paid : snapshot.amounts().amountDueMinor(),
                told == null ? snapshot.sourceModifiedAt() : told,
                payment == null ? "channel status" : payment.proof(),
                snapshot.rawPayloadId());
    }
}
