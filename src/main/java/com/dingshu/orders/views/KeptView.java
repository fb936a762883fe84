package com.dingshu.orders.views;

import java.util.UUID;

/**
 * A view that somebody has kept.
 *
 * @param shared everybody of the merchant sees it
 * @param changeable whether the person who asked may rename or remove it
 */
public record KeptView(UUID id, String name, boolean shared, boolean changeable, ViewChoice choice) {}
