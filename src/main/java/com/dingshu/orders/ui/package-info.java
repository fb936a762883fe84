/** The order board and the pane of one order. */
@NullMarked
package com.dingshu.orders.ui;

import org.jspecify.annotations.NullMarked;
