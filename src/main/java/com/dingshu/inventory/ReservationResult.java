package com.dingshu.inventory;

import java.util.List;
import java.util.UUID;

/** Whether an order got its pieces. */
public sealed interface ReservationResult {

    /** All pieces are held or committed in this warehouse. */
    record Reserved(UUID warehouseId) implements ReservationResult {}

    /** No warehouse of the shop has all pieces; nothing is held. The needs are those of the warehouse that lacks least. */
    record Short(List<ShortNeed> needs) implements ReservationResult {}

    /** The order's pieces were given back earlier; nothing is held. Only a late payment takes pieces again. */
    record Ended() implements ReservationResult {}

    /** A SKU of which too few pieces are there. */
    record ShortNeed(UUID skuId, int wanted, int available) {}
}
