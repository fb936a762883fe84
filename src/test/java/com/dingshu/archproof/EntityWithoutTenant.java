package com.dingshu.archproof;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity of all tenants. */
@Entity
class EntityWithoutTenant {
    @Id
    Long id;
}
