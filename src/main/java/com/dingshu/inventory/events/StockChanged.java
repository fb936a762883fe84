package com.dingshu.inventory.events;

import com.dingshu.tenancy.DomainEvent;
import java.util.UUID;

/**
 * Another number of pieces can be ordered than before.
 *
 * @param aggregateId the SKU
 * @param available pieces that can now be ordered from this warehouse, never below 0
 */
public record StockChanged(int tenantId, UUID aggregateId, UUID warehouseId, int available) implements DomainEvent {}
