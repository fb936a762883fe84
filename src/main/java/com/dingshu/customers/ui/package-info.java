/** The list of customers, one customer beside it, and what other modules may show of a customer there. */
@NamedInterface("ui")
@NullMarked
package com.dingshu.customers.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
