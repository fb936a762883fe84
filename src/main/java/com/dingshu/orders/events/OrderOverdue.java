package com.dingshu.orders.events;

import com.dingshu.tenancy.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * The order should have left by now and has not. Told once for each order, and not while a hold stops its clock.
 *
 * @param dueAt the latest time of the outbound scan, pauses included
 */
public record OrderOverdue(int tenantId, UUID aggregateId, String orderNumber, Instant dueAt) implements DomainEvent {}
