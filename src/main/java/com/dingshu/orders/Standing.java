package com.dingshu.orders;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an order stands, for those who work on its parcels.
 *
 * @param held whether anything keeps it from going on
 * @param obstacle what does, or what is next
 * @param warehouseId which warehouse its goods are in, null while they are in none
 * @param contactVersion which of its receivers it has now, counted from 1; 0 when it never had one
 * @param releasedAt since when it is with the warehouse, null when it never was or was taken back
 */
public record Standing(
        UUID orderId,
        String orderNumber,
        Anchor anchor,
        boolean held,
        BlockedBy obstacle,
        @Nullable UUID warehouseId,
        @Nullable Instant releasedAt,
        int contactVersion,
        Clocked clock) {

    /** Whether the warehouse may go on with it. */
    public boolean workable() {
        return anchor == Anchor.PICKING && !held;
    }
}
