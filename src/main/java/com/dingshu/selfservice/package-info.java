/**
 * The customer's own page: where an order is, without an account. Three ways in, each showing no more than it proves: the
 * link of a message (one order), order number with the last four digits (one order), telephone with a one-time code (that
 * telephone's orders). What is not proved is answered the same way, with the same statements, whether it exists or not.
 *
 * <p>Tables: {@code status_pass}, {@code status_code}, {@code status_try}. Doors: {@link
 * com.dingshu.selfservice.StatusAccess} (the ladder), {@link com.dingshu.selfservice.StatusPage} (what a pass shows),
 * {@link com.dingshu.selfservice.StatusLinks}. Contact data leaves it masked only. It changes no order.
 */
@ApplicationModule(displayName = "Self-service")
@NullMarked
package com.dingshu.selfservice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
