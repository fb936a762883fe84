/**
 * SF Express through its open platform (丰桥): the signed gateway calls, the pushed routes, and the table of its operation
 * codes, which is data: {@code shipping/sf-opcodes.yaml}.
 */
@NullMarked
package com.dingshu.shipping.sf;

import org.jspecify.annotations.NullMarked;
