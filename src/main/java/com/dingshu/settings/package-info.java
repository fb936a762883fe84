/**
 * The merchant's own settings on screen. The values and their rules belong to the modules that keep them; here they are
 * only shown and changed.
 *
 * <p>Tables: none. Doors: none.
 */
@ApplicationModule(
        displayName = "Settings",
        allowedDependencies = {"shared", "tenancy", "audit", "uikit"})
@NullMarked
package com.dingshu.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
