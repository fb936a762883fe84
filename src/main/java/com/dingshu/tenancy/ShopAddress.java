package com.dingshu.tenancy;

import java.util.UUID;

/** Whose shop it is that a channel speaks of. */
public record ShopAddress(int tenantId, UUID shopId) {}
