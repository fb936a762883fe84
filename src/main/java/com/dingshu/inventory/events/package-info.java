/** What the stock pool tells others. */
@NamedInterface("events")
@NullMarked
package com.dingshu.inventory.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
