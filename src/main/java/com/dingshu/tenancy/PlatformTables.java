package com.dingshu.tenancy;

import java.util.Set;

/** The only tables without a tenant's data: read and written without a tenant predicate. */
final class PlatformTables {

    static final Set<String> NAMES = Set.of(
            "tenant",
            "shop_address",
            "work_lease",
            "scheduled_tasks",
            "id_block",
            "revinfo_id",
            "platform_user",
            "flyway_schema_history");

    private PlatformTables() {}
}
