package com.dingshu.archproof;

import com.dingshu.tenancy.DomainEvent;
import java.util.UUID;

/** An event that hides whose it is. */
record EventWithoutTenantFirst(UUID aggregateId, int tenantId) implements DomainEvent {}
