package com.dingshu.fulfilment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done for one parcel, as a device shows it and judges scans by without a network.
 *
 * @param kind the next step; a packed parcel waits to be sent out as one piece without lines
 * @param dueAt when the parcel should be out, null when no clock runs
 * @param clock whether time runs against it; a hold stops it
 * @param parcel which parcel of the order it is, of how many
 * @param state whether it may go on
 * @param total pieces of this step; {@code done} of them are scanned
 */
public record WarehouseTask(
        UUID id,
        ScanKind kind,
        String number,
        String orderNumber,
        @Nullable Instant dueAt,
        Clock clock,
        @Nullable String waybillNo,
        String parcel,
        String carrier,
        State state,
        int total,
        int done,
        List<Line> lines) {

    /** Whether time runs against the task. */
    public enum Clock {
        RUNNING,
        PAUSED
    }

    /** Whether the parcel may go on. */
    public enum State {
        READY,
        HELD,
        /** It waits for a label with the new address. */
        ADDRESS_CHANGED,
        CANCELLED
    }

    /** One article of the step. */
    public record Line(
            UUID lineId,
            String skuCode,
            String name,
            @Nullable String spec,
            List<String> barcodes,
            int quantity,
            int done,
            @Nullable String bin) {}
}
