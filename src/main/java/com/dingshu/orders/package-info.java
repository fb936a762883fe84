/**
 * The life of an order: from the channel's snapshot to the closed case. The hub that everything else hangs on.
 */
@NullMarked
package com.dingshu.orders;

import org.jspecify.annotations.NullMarked;
