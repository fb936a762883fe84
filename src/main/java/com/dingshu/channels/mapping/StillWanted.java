package com.dingshu.channels.mapping;

import com.dingshu.orders.SourceStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an order is still to be delivered. Pieces that were refunded or taken out before shipping are left out, so that
 * nobody packs them; an order without any piece left is called off. What has been shipped stays as it was sold.
 *
 * @param status the channel's, CANCELLED when nothing is left
 * @param lessened whether pieces are missing
 */
record StillWanted(@Nullable SourceStatus status, List<LineDraft> lines, boolean lessened) {

    static StillWanted of(@Nullable SourceStatus status, List<SoldLine> sold) {
        List<LineDraft> all = sold.stream().map(SoldLine::line).toList();
        boolean over = status == null
                || status == SourceStatus.SHIPPED
                || status == SourceStatus.COMPLETED
                || status == SourceStatus.CANCELLED;
        if (over || sold.stream().allMatch(SoldLine::isWhole)) {
            return new StillWanted(status, all, false);
        }
        List<LineDraft> left = sold.stream()
                .filter(line -> line.left() > 0)
                .map(SoldLine::rest)
                .toList();
        return left.isEmpty()
                ? new StillWanted(SourceStatus.CANCELLED, all, false)
                : new StillWanted(status, left, true);
    }
}
