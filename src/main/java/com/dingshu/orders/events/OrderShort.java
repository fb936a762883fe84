package com.dingshu.orders.events;

import com.dingshu.tenancy.DomainEvent;
import java.util.List;
import java.util.UUID;

/**
 * The order could not get its pieces and is held for it (缺货预警).
 *
 * @param needs what the warehouse that lacks least has too few of; empty when its pieces were given back earlier
 */
public record OrderShort(int tenantId, UUID aggregateId, String orderNumber, List<Need> needs) implements DomainEvent {

    public OrderShort {
        needs = List.copyOf(needs);
    }

    /**
     * A SKU of which too few pieces are there.
     *
     * @param available at that moment, never below 0
     */
    public record Need(UUID skuId, int wanted, int available) {}
}
