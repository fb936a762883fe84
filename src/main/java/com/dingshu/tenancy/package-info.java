/**
 * Who acts, and for which merchant. Everything that keeps merchants apart lives here: the binding of every piece of work
 * to a tenant and an actor, the permissions of the doors, the tenant column of every entity, the guard over every
 * statement, the encryption keys, the durable events and the work that is done tenant by tenant.
 *
 * <p>Tables: {@code tenant}, {@code shop_address}, {@code work_lease} (platform), {@code shop}, {@code tenant_key},
 * {@code event_outbox}, {@code operation_log}, {@code operation_follow_up}. Doors: {@link com.dingshu.tenancy.Tenants}, {@link
 * com.dingshu.tenancy.TenantSettings}, {@link
 * com.dingshu.tenancy.Shops}, {@link com.dingshu.tenancy.Events}, {@link com.dingshu.tenancy.OperationLog}. It knows no
 * order and no user.
 */
@ApplicationModule(
        displayName = "Tenancy",
        allowedDependencies = {"shared"})
@NullMarked
package com.dingshu.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
