package com.dingshu.fulfilment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A parcel of an order as lists and panels show it.
 *
 * @param waybillProblem what the carrier objects to, for people; null when nothing is wrong
 * @param labelPrints how often the label of the present waybill number was printed
 * @param labelPrintedBy who printed it last
 * @param toRelabel the receiver was changed after a label was printed: it needs a new one before it goes on
 */
public record ParcelInfo(
        UUID id,
        String number,
        UUID orderId,
        String orderNumber,
        UUID warehouseId,
        FulfilmentState state,
        int totalUnits,
        int pickedUnits,
        int packedUnits,
        String carrier,
        WaybillProgress waybill,
        @Nullable String waybillNo,
        @Nullable String waybillProblem,
        @Nullable Instant dueAt,
        Instant openedAt,
        @Nullable Instant pickedAt,
        @Nullable Instant packedAt,
        @Nullable Instant labelPrintedAt,
        int labelPrints,
        @Nullable String labelPrintedBy,
        boolean toRelabel,
        @Nullable Instant shippedAt) {}
