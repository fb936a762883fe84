package com.dingshu.catalog.events;

import com.dingshu.tenancy.DomainEvent;
import java.util.UUID;

/**
 * An item of a shop now stands for a SKU, for the first time or for another one than before.
 *
 * @param aggregateId the SKU
 * @param itemKey the item as the shop names it
 */
public record ItemMapped(int tenantId, UUID aggregateId, UUID shopId, String itemKey) implements DomainEvent {}
