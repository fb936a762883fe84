package com.dingshu.orders;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A channel's order at one moment in the hub's standard model, whatever platform or file it came from. Validated: ids and
 * texts are cleaned, amounts are exact, every line has a SKU. Two snapshots of an order are told apart by
 * {@code sourceModifiedAt}; the older one never changes the order.
 *
 * @param shopId the shop of this tenant it was sold in
 * @param channel e.g. {@code taobao}, {@code douyin}, {@code shopify}, {@code file}
 * @param channelOrderNo the platform's order number, a text even where it looks like a number
 * @param orderedAt when the buyer placed it
 * @param paidAt when it was paid, null while it is not
 * @param currency three letters, of every amount in here
 * @param payment the payment fact, null while unpaid
 * @param receiver null when the channel gave none
 * @param tags labels the channel or its seller put on the order
 * @param ext named fields only this platform has, e.g. {@code liveRoomId}
 * @param rawPayloadId the stored payload this was mapped from
 * @param mappingVersion the version of the mapping that did it
 * @param shipBy the platform's latest time of shipping, null when it sets none
 */
public record ChannelOrderSnapshot(
        UUID shopId,
        String channel,
        String channelOrderNo,
        SourceStatus status,
        Instant sourceModifiedAt,
        Instant orderedAt,
        @Nullable Instant paidAt,
        String currency,
        List<SnapshotLine> lines,
        SnapshotAmounts amounts,
        @Nullable SnapshotPayment payment,
        SnapshotBuyer buyer,
        @Nullable SnapshotReceiver receiver,
        String buyerNote,
        String sellerNote,
        List<String> tags,
        Map<String, String> ext,
        UUID rawPayloadId,
        int mappingVersion,
        @Nullable Instant shipBy) {

    public ChannelOrderSnapshot {
        lines = List.copyOf(lines);
        tags = List.copyOf(tags);
        ext = Map.copyOf(ext);
    }
}
