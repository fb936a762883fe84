package com.dingshu.catalog.events;

import com.dingshu.tenancy.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The share of a SKU's stock that is kept back has been changed.
 *
 * @param aggregateId the SKU
 * @param percentTimes100 hundredths of a percent, null for the usual share
 * @param roundsUp whether a broken piece is kept back too
 */
public record BufferChanged(
        int tenantId, UUID aggregateId, @Nullable Integer percentTimes100, boolean roundsUp) implements DomainEvent {}
