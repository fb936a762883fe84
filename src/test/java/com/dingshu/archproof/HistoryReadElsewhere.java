package com.dingshu.archproof;

import jakarta.persistence.EntityManager;
import org.hibernate.envers.AuditReaderFactory;

/** Reads every tenant's history. */
class HistoryReadElsewhere {
    Object read(EntityManager entities) {
        return AuditReaderFactory.get(entities).find(PublicEntity.class, 1L, 1);
    }
}
