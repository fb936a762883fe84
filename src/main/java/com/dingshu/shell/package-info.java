/**
 * The frame around every staff page: menu, tenant and user, sign-in, start page, error pages, language, and who may open
 * which view. Views do not know it; it collects their {@link com.dingshu.uikit.Navigation} and {@link
 * com.dingshu.uikit.Search} beans.
 */
@ApplicationModule(
        displayName = "Frame",
        allowedDependencies = {"shared", "tenancy", "identity", "uikit"})
@NullMarked
package com.dingshu.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
