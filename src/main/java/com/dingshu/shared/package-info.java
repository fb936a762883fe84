/**
 * Values that mean the same everywhere: money, phones, addresses, ids. No Spring, no tables, no behaviour of its own
 * beyond what the value says of itself.
 */
@ApplicationModule(
        displayName = "Shared values",
        allowedDependencies = {})
@NullMarked
package com.dingshu.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
