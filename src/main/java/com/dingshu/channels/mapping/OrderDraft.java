package com.dingshu.channels.mapping;

import com.dingshu.orders.ChannelOrderSnapshot;
import com.dingshu.orders.SnapshotAmounts;
import com.dingshu.orders.SnapshotBuyer;
import com.dingshu.orders.SnapshotLine;
import com.dingshu.orders.SnapshotPayment;
import com.dingshu.orders.SnapshotReceiver;
import com.dingshu.orders.SourceStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mapped order whose items are still the channel's. Becomes a snapshot once each item key stands for a SKU. */
public record OrderDraft(
        String channel,
        int mappingVersion,
        String channelOrderNo,
        SourceStatus status,
        Instant sourceModifiedAt,
        Instant orderedAt,
        @Nullable Instant paidAt,
        String currency,
        List<LineDraft> lines,
        SnapshotAmounts amounts,
        @Nullable SnapshotPayment payment,
        SnapshotBuyer buyer,
        @Nullable SnapshotReceiver receiver,
        String buyerNote,
        String sellerNote,
        List<String> tags,
        Map<String, String> ext,
        @Nullable Instant shipBy) {

    /** The channel's item keys, each once. */
    public Set<String> itemKeys() {
        Set<String> keys = new LinkedHashSet<>();
        lines.forEach(line -> keys.add(line.itemKey()));
        return keys;
    }

    /** The items that have no SKU yet, as problems whose source is the item key; empty when all have one. */
    public List<Problem> unmapped(Map<String, UUID> skus) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            LineDraft line = lines.get(i);
            if (!skus.containsKey(line.itemKey())) {
                problems.add(new Problem(
                        "lines[" + i + "].skuCode",
                        Problem.Kind.UNMAPPED_ITEM,
                        line.itemKey() + " " + line.name(),
                        line.itemKey()));
            }
        }
        return problems;
    }

    /**
     * The snapshot; every item key must have its SKU.
     *
     * @param shopChannel the channel of the shop: an order out of a file belongs to the shop it was imported for
     */
    public ChannelOrderSnapshot snapshot(UUID shopId, String shopChannel, UUID rawPayloadId, Map<String, UUID> skus) {
        List<SnapshotLine> mapped =
                lines.stream().map(line -> line.line(skuOf(skus, line))).toList();
        return new ChannelOrderSnapshot(
                shopId,
                shopChannel,
                channelOrderNo,
                status,
                sourceModifiedAt,
                orderedAt,
                paidAt,
                currency,
                mapped,
                amounts,
                payment,
                buyer,
                receiver,
                buyerNote,
                sellerNote,
                tags,
                ext,
                rawPayloadId,
                mappingVersion,
                shipBy);
    }

    private static UUID skuOf(Map<String, UUID> skus, LineDraft line) {
        UUID sku = skus.get(line.itemKey());
        if (sku == null) {
            throw new IllegalStateException("Item " + line.itemKey() + " has no SKU");
        }
        return sku;
    }
}
