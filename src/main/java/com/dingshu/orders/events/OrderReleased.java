package com.dingshu.orders.events;

import com.dingshu.tenancy.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The order is handed to the warehouse: pick, pack and send it.
 *
 * @param dueAt the latest time of the outbound scan
 */
public record OrderReleased(
        int tenantId, UUID aggregateId, String orderNumber, UUID warehouseId, Instant dueAt, List<Line> lines)
        implements DomainEvent {

    public OrderReleased {
        lines = List.copyOf(lines);
    }

    /** What is to go into the parcel. */
    public record Line(UUID lineId, UUID skuId, String name, String spec, int quantity) {}
}
