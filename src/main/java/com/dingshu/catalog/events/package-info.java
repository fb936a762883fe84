/** What the catalogue tells others. */
@NamedInterface("events")
@NullMarked
package com.dingshu.catalog.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
