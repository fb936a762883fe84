/** May use no other module. */
@ApplicationModule(
        displayName = "Lower",
        allowedDependencies = {})
package com.dingshu.archproof.modules.lower;

import org.springframework.modulith.ApplicationModule;
