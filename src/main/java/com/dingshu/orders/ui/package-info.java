/** The order board, the pane of one order, and the tabs other modules may add to it. */
@NamedInterface("ui")
@NullMarked
package com.dingshu.orders.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
