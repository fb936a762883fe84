package com.dingshu.archproof;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity that everybody may touch. */
@Entity
public class PublicEntity {
    @Id
    Long id;
}
