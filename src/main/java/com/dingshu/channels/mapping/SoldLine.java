package com.dingshu.channels.mapping;

import com.dingshu.shared.Split;
import org.jspecify.annotations.Nullable;

/**
 * A line as it was sold, and how much of it is left.
 *
 * @param remaining pieces still wanted, null when the channel says nothing of it
 */
record SoldLine(LineDraft line, @Nullable Integer remaining) {

    int left() {
        return remaining == null ? line.quantity() : Math.min(remaining, line.quantity());
    }

    boolean isWhole() {
        return left() == line.quantity();
    }

    /** The line with the pieces that are left and their part of what the channel had given for all of them. */
    LineDraft rest() {
        if (isWhole()) {
            return line;
        }
        return new LineDraft(
                line.lineNo(),
                line.itemKey(),
                line.name(),
                line.spec(),
                left(),
                line.unitPriceMinor(),
                Split.ofUnits(line.lineDiscountMinor(), left(), line.quantity()),
                part(line.orderDiscountShareMinor()),
                part(line.couponShareMinor()),
                part(line.pointsShareMinor()),
                part(line.paidMinor()),
                line.gift(),
                line.refundAsked(),
                line.ext());
    }

    private @Nullable Long part(@Nullable Long whole) {
        return whole == null ? null : (Long) Split.ofUnits(whole, left(), line.quantity());
    }
}
