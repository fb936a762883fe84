package com.dingshu.shipping.print;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one walk through the warehouse fetches, in walking order.
 *
 * @param number the list's own number, also its barcode
 * @param subtitle warehouse and kind of list in one line
 * @param orders how many orders are served
 * @param picker who walks, or null when open to anybody
 * @param printedAt in the tenant's zone
 */
public record PickListSheet(
        String number,
        String subtitle,
        int orders,
        List<Row> rows,
        @Nullable String picker,
        ZonedDateTime printedAt) {

    public PickListSheet {
        rows = List.copyOf(rows);
    }

    /** How many pieces are to be fetched in all. */
    public int pieces() {
        return rows.stream().mapToInt(Row::quantity).sum();
    }

    /**
     * One article to fetch.
     *
     * @param bin where it lies, or null when it has no fixed place
     * @param slots into which orders' boxes the pieces go; empty when the list serves one order
     */
    public record Row(
            @Nullable String bin,
            String name,
            @Nullable String spec,
            String code,
            @Nullable String barcode,
            int quantity,
            List<Slot> slots) {

        public Row {
            slots = List.copyOf(slots);
        }

        String zone() {
            return bin == null ? "" : bin.split("-", 2)[0];
        }
    }

    /** A box on the trolley and how many pieces it takes. */
    public record Slot(String label, int quantity) {}
}
