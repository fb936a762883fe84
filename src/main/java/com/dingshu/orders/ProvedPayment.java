package com.dingshu.orders;

import java.time.Instant;
import java.util.Optional;
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

    /** What a snapshot proves; empty when it tells of no payment, or of one that only a file declares. */
    static Optional<ProvedPayment> in(ChannelOrderSnapshot snapshot) {
        return isProved(snapshot) ? Optional.of(of(snapshot)) : Optional.empty();
    }

    private static boolean isProved(ChannelOrderSnapshot snapshot) {
        SnapshotPayment payment = snapshot.payment();
        if (payment != null) {
            return payment.verified();
        }
        return snapshot.status() == SourceStatus.PAID || snapshot.status() == SourceStatus.PAID_WAITING;
    }

    private static ProvedPayment of(ChannelOrderSnapshot snapshot) {
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
