/**
 * Money for an order. So far the payments that platforms collect: each is kept as a fact with the provider's number and
 * what proves it; a screenshot proves nothing.
 *
 * <p>Tables: {@code payment}. Door: {@link com.dingshu.payments.Payments}. It moves no money.
 */
@ApplicationModule(
        displayName = "Payments",
        allowedDependencies = {"shared", "tenancy", "audit", "uikit", "orders", "orders :: events", "orders :: ui"})
@NullMarked
package com.dingshu.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
