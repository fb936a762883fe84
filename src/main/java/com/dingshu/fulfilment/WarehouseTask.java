package com.dingshu.fulfilment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done for one parcel, as a device shows it and judges scans by without a network.
 *
 * @param kind the next step
 * @param dueAt when the parcel should be out, null when no clock runs
 * @param total pieces of this step; {@code done} of them are scanned
 */
public record WarehouseTask(
        UUID id,
        ScanKind kind,
        String number,
        String orderNumber,
        @Nullable Instant dueAt,
        @Nullable String waybillNo,
        String carrier,
        int total,
        int done,
        List<Line> lines) {

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
