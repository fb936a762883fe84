/** What every marketplace connector is made of: digests, the guarded HTTP client, and the contract a connector fulfils. */
@NullMarked
package com.dingshu.channels.connect;

import org.jspecify.annotations.NullMarked;
