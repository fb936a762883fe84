package com.dingshu.orders;

import com.dingshu.shared.Split;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives every line its exact part of the order's discounts, coupon, points, freight and tax, once and for all. Parts sum
 * to the whole to the smallest unit. Where the channel gives parts of its own and they add up, those stand; otherwise the
 * whole is divided in proportion to what the lines cost after their own discounts.
 */
final class Apportionment {

    private Apportionment() {}

    /**
     * One line's parts in minor units.
     *
     * @param other part of whatever lowers (or, negative, raises) the amount due and is named by nothing else
     * @param payable price × quantity less every discount, without freight and tax
     */
    record Share(
            long lineDiscount,
            long orderDiscount,
            long coupon,
            long points,
            long other,
            long payable,
            long freight,
            long tax) {}

    /** What the channel's own figures do not explain: goods − discounts + freight + tax − amount due. */
    static long unexplained(SnapshotAmounts amounts) {
        return amounts.goodsTotalMinor()
                - amounts.lineDiscountsMinor()
                - amounts.orderDiscountMinor()
                - amounts.couponMinor()
                - amounts.pointsMinor()
                + amounts.freightMinor()
                + amounts.taxMinor()
                - amounts.amountDueMinor();
    }

    /** The amounts with the sums that the lines really make; what the channel's own sums differ by becomes unexplained. */
    static SnapshotAmounts settled(List<SnapshotLine> lines, SnapshotAmounts amounts) {
        long goods = 0;
        long own = 0;
        for (SnapshotLine line : lines) {
            goods = Math.addExact(goods, Math.multiplyExact(line.unitPriceMinor(), (long) line.quantity()));
            own = Math.addExact(own, discount(line));
        }
        return new SnapshotAmounts(
                goods,
                own,
                amounts.orderDiscountMinor(),
                amounts.couponMinor(),
                amounts.pointsMinor(),
                amounts.freightMinor(),
                amounts.taxMinor(),
                amounts.amountDueMinor(),
                amounts.actualPaidMinor());
    }

    private static long discount(SnapshotLine line) {
        return Math.max(0, line.lineDiscountMinor());
    }

    /** What the seller put on top of the line's price by hand: no discount of another line pays for it. */
    private static long surcharge(SnapshotLine line) {
        return Math.max(0, -line.lineDiscountMinor());
    }

    /** The parts of each line, for amounts that are {@link #settled}. */
    static Share[] of(List<SnapshotLine> lines, SnapshotAmounts amounts) {
        long[] gross = lines.stream()
                .mapToLong(line -> Math.multiplyExact(line.unitPriceMinor(), (long) line.quantity()))
                .toArray();
        long[] own = lines.stream().mapToLong(Apportionment::discount).toArray();
        long[] raised = lines.stream().mapToLong(Apportionment::surcharge).toArray();
        long[] before = new long[gross.length];
        long[] net = new long[gross.length];
        for (int i = 0; i < net.length; i++) {
            before[i] = gross[i] - own[i] + raised[i];
            net[i] = lines.get(i).gift() ? 0 : Math.max(0, before[i]);
        }
        long[][] parts = discounts(lines, amounts, unexplained(amounts) + sum(raised), before, net);
        long[] freight = Split.byWeights(amounts.freightMinor(), net);
        long[] tax = Split.byWeights(amounts.taxMinor(), net);
        Share[] shares = new Share[net.length];
        for (int i = 0; i < shares.length; i++) {
            long other = parts[3][i] - raised[i];
            long payable = gross[i] - own[i] - parts[0][i] - parts[1][i] - parts[2][i] - other;
            shares[i] = new Share(own[i], parts[0][i], parts[1][i], parts[2][i], other, payable, freight[i], tax[i]);
        }
        return shares;
    }

    /**
     * Order discount, coupon, points and the unexplained rest, each as parts of the lines: the channel's own where they
     * stand, the others by what it says was paid for each line, else in proportion.
     */
    private static long[][] discounts(
            List<SnapshotLine> lines, SnapshotAmounts amounts, long other, long[] before, long[] net) {
        long[] open = {amounts.orderDiscountMinor(), amounts.couponMinor(), amounts.pointsMinor(), other};
        long[][] named = {
            given(lines, SnapshotLine::orderDiscountShareMinor, open[0]),
            given(lines, SnapshotLine::couponShareMinor, open[1]),
            given(lines, SnapshotLine::pointsShareMinor, open[2]),
            {}
        };
        long[] left = before.clone();
        for (int kind = 0; kind < named.length; kind++) {
            for (int i = 0; i < named[kind].length; i++) {
                left[i] -= named[kind][i];
                open[kind] = 0;
            }
        }
        long[] byPaid = byWhatWasPaid(lines, open, left);
        long[][] parts = byPaid.length > 0 ? rowByRow(byPaid, open) : inProportion(open, net);
        for (int kind = 0; kind < named.length; kind++) {
            parts[kind] = named[kind].length > 0 ? named[kind] : parts[kind];
        }
        return parts;
    }

    /** The channel's own parts of one discount when they add up; a line of which it says nothing has none. */
    private static long[] given(List<SnapshotLine> lines, Function<SnapshotLine, @Nullable Long> part, long total) {
        if (lines.stream().map(part).allMatch(Objects::isNull)) {
            return new long[0];
        }
        long[] theirs = lines.stream()
                .map(part)
                .mapToLong(share -> share == null ? 0 : share)
                .toArray();
        return sum(theirs) == total ? theirs : new long[0];
    }

    /**
     * What each line was lowered by, beside the parts that are named, according to what the channel says was paid for it;
     * empty unless it says so of every line and the sum agrees with the discounts that are not named.
     */
    private static long[] byWhatWasPaid(List<SnapshotLine> lines, long[] totals, long[] before) {
        if (lines.stream().anyMatch(line -> line.paidMinor() == null) || totals[3] < 0) {
            return new long[0];
        }
        long[] lowered = new long[before.length];
        for (int i = 0; i < lowered.length; i++) {
            lowered[i] = before[i] - Objects.requireNonNull(lines.get(i).paidMinor());
            if (lowered[i] < 0) {
                return new long[0];
            }
        }
        return sum(lowered) == sum(totals) ? lowered : new long[0];
    }

    private static long[][] inProportion(long[] totals, long[] net) {
        long[][] parts = new long[totals.length][];
        for (int kind = 0; kind < totals.length; kind++) {
            parts[kind] = Split.byWeights(totals[kind], net);
        }
        return parts;
    }

    /** Fills each line's sum from what is left of the totals, in proportion; every row and every column comes out exactly. */
    private static long[][] rowByRow(long[] rows, long[] totals) {
        long[] left = totals.clone();
        long[][] parts = new long[totals.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            long[] row = Split.byWeights(rows[i], left);
            for (int kind = 0; kind < totals.length; kind++) {
                parts[kind][i] = row[kind];
                left[kind] -= row[kind];
            }
        }
        return parts;
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum = Math.addExact(sum, value);
        }
        return sum;
    }
}
