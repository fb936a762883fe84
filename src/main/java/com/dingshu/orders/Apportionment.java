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

    /** Order discount, coupon, points and the unexplained rest, each as parts of the lines. */
    private static long[][] discounts(
            List<SnapshotLine> lines, SnapshotAmounts amounts, long other, long[] before, long[] net) {
        long[] totals = {amounts.orderDiscountMinor(), amounts.couponMinor(), amounts.pointsMinor(), other};
        long[] byPaid = byWhatWasPaid(lines, totals, before);
        if (byPaid.length > 0) {
            return rowByRow(byPaid, totals);
        }
        return new long[][] {
            given(lines, SnapshotLine::orderDiscountShareMinor, totals[0], net),
            given(lines, SnapshotLine::couponShareMinor, totals[1], net),
            given(lines, SnapshotLine::pointsShareMinor, totals[2], net),
            Split.byWeights(other, net)
        };
    }

    /** The channel's own parts of one discount when they add up, else parts in proportion. */
    private static long[] given(
            List<SnapshotLine> lines, Function<SnapshotLine, @Nullable Long> part, long total, long[] net) {
        if (lines.stream().map(part).allMatch(Objects::nonNull)) {
            long[] theirs = lines.stream()
                    .mapToLong(line -> Objects.requireNonNull(part.apply(line)))
                    .toArray();
            if (sum(theirs) == total) {
                return theirs;
            }
        }
        return Split.byWeights(total, net);
    }

    /**
     * What each line was lowered by according to what the channel says was paid for it; empty unless it says so of every
     * line, names no parts itself, and the sum agrees with the order's discounts.
     */
    private static long[] byWhatWasPaid(List<SnapshotLine> lines, long[] totals, long[] before) {
        boolean told = lines.stream().allMatch(line -> line.paidMinor() != null)
                && lines.stream().noneMatch(Apportionment::namesParts);
        if (!told || totals[3] < 0) {
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

    private static boolean namesParts(SnapshotLine line) {
        return line.orderDiscountShareMinor() != null
                || line.couponShareMinor() != null
                || line.pointsShareMinor() != null;
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
