package com.dingshu.channels.mapping;

import com.dingshu.channels.mapping.Reading.Fields;
import com.dingshu.orders.SnapshotAmounts;
import com.dingshu.orders.SourceStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The order's amounts: what the channel says, and where it says nothing the sum of its lines. */
final class Totals {

    private Totals() {}

    static SnapshotAmounts of(
            Fields fields, Reading reading, StillWanted wanted, List<Object> lineScopes, PaidSoFar paid) {
        try {
            return exactly(fields, reading, wanted, lineScopes, paid);
        } catch (ArithmeticException e) {
            reading.problem(StandardField.AMOUNT_DUE.key(), Problem.Kind.OUT_OF_RANGE, "", "");
            return new SnapshotAmounts(0, 0, 0, 0, 0, 0, 0, 0, 0);
        }
    }

    private static SnapshotAmounts exactly(
            Fields fields, Reading reading, StillWanted wanted, List<Object> lineScopes, PaidSoFar paid) {
        List<LineDraft> lines = wanted.lines();
        long goods = lines.stream().mapToLong(LineDraft::goodsMinor).reduce(0, Math::addExact);
        long lineDiscounts =
                lines.stream().mapToLong(LineDraft::lineDiscountMinor).reduce(0, Math::addExact);
        long discount = orSum(fields, reading, StandardField.ORDER_DISCOUNT, lines, LineDraft::orderDiscountShareMinor);
        long coupon = orSum(fields, reading, StandardField.COUPON, lines, LineDraft::couponShareMinor);
        long points = orSum(fields, reading, StandardField.POINTS, lines, LineDraft::pointsShareMinor);
        long freight = positive(fields, reading, StandardField.FREIGHT, 0);
        long tax = now(fields, reading, wanted, StandardField.CURRENT_TAX, StandardField.TAX, 0);
        long computed = goods - lineDiscounts - discount - coupon - points + freight + tax;
        long due = Math.min(
                now(fields, reading, wanted, StandardField.CURRENT_AMOUNT_DUE, StandardField.AMOUNT_DUE, computed),
                paidForTheRest(wanted, freight + tax - coupon));
        long actual = fields.isEach(StandardField.ACTUAL_PAID)
                ? confirmed(fields, reading, wanted, lineScopes, due)
                : paid(fields, reading, wanted, due);
        if (due < 0) {
            reading.problem(
                    StandardField.AMOUNT_DUE.key(),
                    Problem.Kind.OUT_OF_RANGE,
                    "",
                    fields.source(StandardField.AMOUNT_DUE));
        }
        return new SnapshotAmounts(
                goods,
                lineDiscounts,
                discount,
                coupon,
                points,
                freight,
                tax,
                due,
                paid.paid() ? actual : paid.depositMinor());
    }

    /**
     * Where pieces were withdrawn the channel may go on telling what was due for all of them: more than what its lines say was
     * paid for the rest is not due any more. No limit where they do not say so.
     */
    private static long paidForTheRest(StillWanted wanted, long beside) {
        if (!wanted.lessened() || wanted.status() == SourceStatus.UNPAID) {
            return Long.MAX_VALUE;
        }
        long told = beside;
        for (LineDraft line : wanted.lines()) {
            @Nullable Long paid = line.paidMinor();
            if (paid == null) {
                return Long.MAX_VALUE;
            }
            told = Math.addExact(told, paid);
        }
        return Math.max(0, told);
    }

    /** What was paid for pieces that were withdrawn has gone back. */
    private static long paid(Fields fields, Reading reading, StillWanted wanted, long due) {
        long paid = positive(fields, reading, StandardField.ACTUAL_PAID, due);
        return wanted.lessened() ? Math.min(paid, due) : paid;
    }

    /** The figure after pieces were withdrawn, where they were and the channel tells it; else the one of the sale. */
    private static long now(
            Fields fields,
            Reading reading,
            StillWanted wanted,
            StandardField current,
            StandardField sold,
            long otherwise) {
        @Nullable Long said = wanted.lessened() ? fields.money(current) : null;
        return said == null ? positive(fields, reading, sold, otherwise) : Math.max(0, said);
    }

    private static long orSum(
            Fields fields,
            Reading reading,
            StandardField field,
            List<LineDraft> lines,
            Function<LineDraft, @Nullable Long> share) {
        long sum = lines.stream().map(share).mapToLong(s -> s == null ? 0 : s).sum();
        return positive(fields, reading, field, sum);
    }

    private static long positive(Fields fields, Reading reading, StandardField field, long otherwise) {
        @Nullable Long said = fields.money(field);
        if (said != null && said < 0) {
            reading.problem(field.key(), Problem.Kind.OUT_OF_RANGE, "", fields.source(field));
        }
        return said == null ? otherwise : said;
    }

    /** Files repeat the paid amount in each row or give each row its part; both are fine when they agree with the sum. */
    private static long confirmed(
            Fields fields, Reading reading, StillWanted wanted, List<Object> lineScopes, long due) {
        if (wanted.status() == SourceStatus.UNPAID || wanted.status() == SourceStatus.CANCELLED) {
            return due;
        }
        try {
            List<Long> said = fields.each(StandardField.ACTUAL_PAID, lineScopes);
            boolean repeated = said.stream().allMatch(amount -> amount == due);
            boolean parts = said.stream().mapToLong(Long::longValue).sum() == due;
            if (!repeated && !parts) {
                reading.problem(
                        StandardField.ACTUAL_PAID.key(),
                        Problem.Kind.AMOUNTS_DIFFER,
                        shown(said, reading) + " ≠ " + shown(List.of(due), reading),
                        fields.source(StandardField.ACTUAL_PAID));
            }
        } catch (Values.Bad bad) {
            reading.problem(
                    StandardField.ACTUAL_PAID.key(),
                    bad.kind,
                    String.valueOf(bad.getMessage()),
                    fields.source(StandardField.ACTUAL_PAID));
        }
        return due;
    }

    private static String shown(List<Long> amounts, Reading reading) {
        return amounts.stream()
                .distinct()
                .map(amount -> BigDecimal.valueOf(amount, reading.decimals()).toPlainString())
                .collect(Collectors.joining(" + "));
    }
}
