/**
 * The people who buy: one record per person and merchant, whichever channel they come through, and their contact data
 * under a key of their own. A person is recognised by the channel's buyer key, then by the telephone number.
 *
 * <p>Tables: {@code customer}, {@code customer_identity}. Doors: {@link com.dingshu.customers.Customers} (recognising),
 * {@link com.dingshu.customers.CustomerQueries} (lists, details, reveal), {@link
 * com.dingshu.customers.CustomerMerges} (two customers made one), {@link com.dingshu.customers.ContactVault} (sealing and opening contact data, also that of orders). It knows no orders: what a person bought is shown by a {@code
 * CustomerPanel} that others contribute.
 */
@ApplicationModule(
        displayName = "Customers",
        allowedDependencies = {"shared", "tenancy", "audit", "audit :: ui", "uikit"})
@NullMarked
package com.dingshu.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
