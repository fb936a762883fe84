package com.dingshu.inventory;

/**
 * The pieces of a SKU, in one warehouse or in all. Available are those on hand less everything else; it can fall below 0
 * when pieces got lost that the buffer stood for.
 *
 * @param onHand everything in the building
 * @param reserved held for unpaid orders
 * @param committed belonging to paid orders
 * @param inInspection come back and not judged yet
 * @param damaged judged as not to be sold
 * @param buffer kept back: a share of what can be sold, as whole pieces
 * @param campaignReserve kept back for a campaign
 */
public record StockFigures(
        int onHand, int reserved, int committed, int inInspection, int damaged, int buffer, int campaignReserve) {

    static final StockFigures NONE = new StockFigures(0, 0, 0, 0, 0, 0, 0);

    /** What can be ordered; negative when more is taken than may be. */
    public int available() {
        return sellable() - reserved - committed - buffer - campaignReserve;
    }

    /** What could be sold if nobody had taken any: on hand, neither in inspection nor damaged. */
    public int sellable() {
        return onHand - inInspection - damaged;
    }

    StockFigures plus(StockFigures other) {
        return new StockFigures(
                onHand + other.onHand,
                reserved + other.reserved,
                committed + other.committed,
                inInspection + other.inInspection,
                damaged + other.damaged,
                buffer + other.buffer,
                campaignReserve + other.campaignReserve);
    }
}
