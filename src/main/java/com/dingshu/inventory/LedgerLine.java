package com.dingshu.inventory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger: what changed in a warehouse, and how many pieces there were afterwards.
 *
 * @param number runs from 1 without gaps for each SKU and warehouse
 * @param documentId the fulfilment order it left with
 * @param cause the reason given, or the name of a {@link ReleaseCause}
 */
public record LedgerLine(
        UUID warehouseId,
        long number,
        Instant at,
        MovementKind kind,
        int onHandChange,
        int reservedChange,
        int committedChange,
        int availableChange,
        int onHand,
        int reserved,
        int committed,
        int available,
        @Nullable UUID orderId,
        @Nullable String orderNumber,
        @Nullable UUID documentId,
        @Nullable String cause,
        String actorName,
        boolean byPerson) {

    boolean tells(StockFigures figures) {
        return onHand == figures.onHand()
                && reserved == figures.reserved()
                && committed == figures.committed()
                && available == figures.available();
    }
}
