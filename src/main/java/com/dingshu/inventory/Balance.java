package com.dingshu.inventory;

import org.jspecify.annotations.Nullable;

/** The pieces of one place while they are locked, and what has been booked on them since. */
final class Balance {

    private static final int WHOLE = 10_000;

    private StockFigures figures;
    private int bufferPercentTimes100;
    private boolean bufferRoundsUp;
    private final @Nullable String bin;
    private long movements;

    /** @param stored the figures without their buffer, which follows from them */
    Balance(
            StockFigures stored,
            int bufferPercentTimes100,
            boolean bufferRoundsUp,
            @Nullable String bin,
            long movements) {
        this.bufferPercentTimes100 = bufferPercentTimes100;
        this.bufferRoundsUp = bufferRoundsUp;
        this.bin = bin;
        this.movements = movements;
        this.figures = withBuffer(stored);
    }

    StockFigures figures() {
        return figures;
    }

    int bufferPercentTimes100() {
        return bufferPercentTimes100;
    }

    @Nullable
    String bin() {
        return bin;
    }

    boolean keepsBack(int percentTimes100, boolean roundsUp) {
        return bufferPercentTimes100 == percentTimes100 && bufferRoundsUp == roundsUp;
    }

    /** Pieces that can be booked out without taking any from an order. */
    int removable() {
        return figures.sellable() - figures.reserved() - figures.committed();
    }

    /** Books a change and answers with its running number. */
    long book(int onHand, int reserved, int committed) {
        figures = withBuffer(new StockFigures(
                Math.addExact(figures.onHand(), onHand),
                Math.addExact(figures.reserved(), reserved),
                Math.addExact(figures.committed(), committed),
                figures.inInspection(),
                figures.damaged(),
                0,
                figures.campaignReserve()));
        return ++movements;
    }

    void keepBack(int percentTimes100, boolean roundsUp) {
        bufferPercentTimes100 = percentTimes100;
        bufferRoundsUp = roundsUp;
        figures = withBuffer(figures);
    }

    private StockFigures withBuffer(StockFigures from) {
        long share = (long) from.sellable() * bufferPercentTimes100 + (bufferRoundsUp ? WHOLE - 1 : 0);
        return new StockFigures(
                from.onHand(),
                from.reserved(),
                from.committed(),
                from.inInspection(),
                from.damaged(),
                (int) (share / WHOLE),
                from.campaignReserve());
    }
}
