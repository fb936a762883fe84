/**
 * The one place where history is written and read: who changed what, when, why and from where. Every audited entity's
 * earlier states lie in its {@code _aud} table; this module adds the revision to each transaction and is the only reader,
 * always within the tenant. Nothing here changes or deletes history.
 *
 * <p>Tables: {@code revinfo}. Door: {@link com.dingshu.audit.History}.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"shared", "tenancy", "uikit"})
@NullMarked
package com.dingshu.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
