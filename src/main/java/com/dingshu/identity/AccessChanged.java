package com.dingshu.identity;

import java.util.UUID;

/** Somebody's roles, password or standing changed: sessions opened before must end. Told within this process only. */
record AccessChanged(int tenantId, UUID userId) {}
