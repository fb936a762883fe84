/** What happens to orders. The aggregate of every event is the order. */
@NamedInterface("events")
@NullMarked
package com.dingshu.orders.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
