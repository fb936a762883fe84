/** The list of SKUs, one SKU beside it, and what other modules may show of a SKU there. */
@NamedInterface("ui")
@NullMarked
package com.dingshu.catalog.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
