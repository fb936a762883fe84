/** Shopify: webhooks that carry the whole order, and the admin API as reconciler. */
@NullMarked
package com.dingshu.channels.shopify;

import org.jspecify.annotations.NullMarked;
