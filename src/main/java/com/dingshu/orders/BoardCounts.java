package com.dingshu.orders;

/**
 * The counters of the board's views. All but {@code overdue} are exact; {@code overdue} is counted to {@value #CAP}.
 */
public record BoardCounts(
        long all, long review, long toShip, long exception, long overdue, long today, long paidShort, long refundDue) {

    /** Counts that need looking at orders end here; it stands for "more". */
    public static final int CAP = 1_001;

    public long of(BoardQuery.View view) {
        return switch (view) {
            case ALL -> all;
            case REVIEW -> review;
            case TO_SHIP -> toShip;
            case EXCEPTION -> exception;
            case OVERDUE -> overdue;
            case TODAY -> today;
            case PAID_SHORT -> paidShort;
            case REFUND_DUE -> refundDue;
        };
    }
}
