package com.dingshu.inventory;

import java.util.Comparator;
import java.util.UUID;

/** A SKU in a warehouse. The order of places is the order in which they are locked. */
record Place(UUID warehouseId, UUID skuId) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::warehouseId).thenComparing(Place::skuId);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
