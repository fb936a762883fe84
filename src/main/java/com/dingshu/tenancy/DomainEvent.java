package com.dingshu.tenancy;

import java.util.UUID;

/** Something that has happened to one thing of one tenant. Implemented by records of plain values. */
public interface DomainEvent {

    int tenantId();

    /** The thing it happened to; events of one thing are consumed in order. */
    UUID aggregateId();
}
