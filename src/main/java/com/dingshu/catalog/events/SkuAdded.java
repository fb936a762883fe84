package com.dingshu.catalog.events;

import com.dingshu.tenancy.DomainEvent;
import java.util.List;
import java.util.UUID;

/**
 * A code or barcode can be found that could not be found before: an item of the same key needs no mapping any more.
 *
 * @param aggregateId the SKU
 * @param keys the code and barcodes that are new
 */
public record SkuAdded(int tenantId, UUID aggregateId, List<String> keys) implements DomainEvent {}
