/**
 * What management sees first: the merchant's day in figures, each of which opens the orders behind it. It reads the
 * counts that other modules keep and collects what waits for people from {@link com.dingshu.uikit.Concerns}; it counts
 * no rows and changes nothing.
 *
 * <p>Tables: none. Door: {@link com.dingshu.insight.Overview}.
 */
@ApplicationModule(
        displayName = "Insight",
        allowedDependencies = {"shared", "tenancy", "identity", "uikit", "orders"})
@NullMarked
package com.dingshu.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
