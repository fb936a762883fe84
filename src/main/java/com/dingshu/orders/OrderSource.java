package com.dingshu.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.envers.NotAudited;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Where the order came from, and the channel's latest word on it. */
@Embeddable
class OrderSource {

    @Column(updatable = false)
    private UUID shopId;

    @Column(updatable = false)
    private String channel;

    @Column(updatable = false)
    private String channelOrderNo;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private SourceStatus sourceStatus;

    @NotAudited
    private Instant sourceModifiedAt;

    private @Nullable UUID rawPayloadId;
    private int mappingVersion;

    /** Of the content that differs from the order's and that a person was last asked about. */
    @NotAudited
    private byte @Nullable [] deviation;

    @SuppressWarnings("NullAway.Init")
    protected OrderSource() {}

    OrderSource(ChannelOrderSnapshot snapshot) {
        this.shopId = snapshot.shopId();
        this.channel = snapshot.channel();
        this.channelOrderNo = snapshot.channelOrderNo();
        this.sourceModifiedAt = snapshot.sourceModifiedAt();
        this.rawPayloadId = snapshot.rawPayloadId();
        this.mappingVersion = snapshot.mappingVersion();
        this.sourceStatus = snapshot.status();
    }

    UUID shopId() {
        return shopId;
    }

    String channel() {
        return channel;
    }

    String channelOrderNo() {
        return channelOrderNo;
    }

    SourceStatus status() {
        return sourceStatus;
    }

    /** Whether the channel says that the goods have left. */
    boolean isSent() {
        return sourceStatus == SourceStatus.SHIPPED || sourceStatus == SourceStatus.COMPLETED;
    }

    boolean isNewerThan(ChannelOrderSnapshot snapshot) {
        return snapshot.sourceModifiedAt().isBefore(sourceModifiedAt);
    }

    /** Whether the channel says something that lies before what it has said. */
    boolean wouldGoBack(SourceStatus status) {
        return sourceStatus != status
                && (sourceStatus == SourceStatus.CANCELLED || status.ordinal() < sourceStatus.ordinal());
    }

    /** The snapshot is the latest known; its payload is kept as the one that made the order what it is if it changed it. */
    void heard(ChannelOrderSnapshot snapshot, boolean changed) {
        this.sourceModifiedAt = snapshot.sourceModifiedAt();
        if (changed) {
            this.rawPayloadId = snapshot.rawPayloadId();
            this.mappingVersion = snapshot.mappingVersion();
        }
    }

    /** Notes that the channel's content differs from the order's in this way; false when a person was asked about it. */
    boolean deviates(byte[] fingerprint) {
        boolean another = !Arrays.equals(deviation, fingerprint);
        this.deviation = fingerprint;
        return another;
    }

    void moveTo(SourceStatus status) {
        this.sourceStatus = status;
    }
}
