/** The money of an order on its pane. */
@NullMarked
package com.dingshu.payments.ui;

import org.jspecify.annotations.NullMarked;
