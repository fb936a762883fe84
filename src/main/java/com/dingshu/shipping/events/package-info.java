/** What happens to waybills and parcels. The aggregate of every event is the parcel. */
@NamedInterface("events")
@NullMarked
package com.dingshu.shipping.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
