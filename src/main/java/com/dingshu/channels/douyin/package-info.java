/** Douyin shop: signed pushes that name an order, signed calls that fetch it, decryption of its receiver. */
@NullMarked
package com.dingshu.channels.douyin;

import org.jspecify.annotations.NullMarked;
