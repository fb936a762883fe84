/** Stands above the lower module. */
@ApplicationModule(
        displayName = "Upper",
        allowedDependencies = {})
package com.dingshu.archproof.modules.upper;

import org.springframework.modulith.ApplicationModule;
