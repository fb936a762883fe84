/**
 * The merchant's people: who they are, which roles they have, how they sign in and how long that holds. It binds every
 * request of a signed-in person to the merchant and the person, and ends the session as soon as the person's roles,
 * password or standing change.
 *
 * <p>Tables: {@code app_user}, {@code last_sign_in}, {@code role_copy}. Doors: {@link com.dingshu.identity.Users},
 * {@link com.dingshu.identity.OwnAccount}, {@link com.dingshu.identity.RoleCopies}, {@link com.dingshu.identity.SignIn},
 * {@link com.dingshu.identity.Roles}. Which preset role may do what stands in {@code tenants/roles.yaml} alone; a
 * merchant's own copies of them are rows. Buyers are no users: they belong to the status page.
 */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"shared", "tenancy", "audit", "uikit"})
@NullMarked
package com.dingshu.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
