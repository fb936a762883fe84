package com.dingshu.tenancy;

import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells Hibernate the tenant of the work at hand. While the application starts, frameworks open sessions to look at the
 * mappings; these see tenant 0, which owns no row. Afterwards nobody bound is an error.
 */
@Component
class TenantResolver implements CurrentTenantIdentifierResolver<Integer> {

    private static final Integer NOBODY = 0;
    private final BindingCheck binding;
    private volatile boolean starting = true;

    TenantResolver(BindingCheck binding) {
        this.binding = binding;
    }

    @Override
    public Integer resolveCurrentTenantIdentifier() {
        return starting
                ? Acting.bound().map(Acting::tenantId).orElse(NOBODY)
                : (Integer) binding.current().tenantId();
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }

    @EventListener(ApplicationStartedEvent.class)
    void started() {
        starting = false;
    }
}
