package com.dingshu.identity;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Somebody signed in, for one merchant, as the session holds it. It stays true for as long as the session lasts, because
 * a change of what the person may do ends the session.
 *
 * @param merchant the merchant's short name, as in addresses
 * @param name the person's name, shown on screens and in histories
 * @param roles ids of the person's {@link Role}s
 * @param device browser, system and address the person signed in from
 * @param accessVersion what the account's access version was then
 * @param since when the person signed in
 */
public record SignedInUser(
        int tenantId,
        String merchant,
        UUID userId,
        String login,
        String name,
        Set<String> roles,
        Set<Permission> permissions,
        Locale locale,
        String device,
        int accessVersion,
        Instant since)
        implements AuthenticatedPrincipal, Serializable {

    public SignedInUser {
        roles = Set.copyOf(roles);
        permissions = Set.copyOf(permissions);
    }

    /** The login, for the frameworks; people see {@link #name()}. */
    @Override
    public String getName() {
        return login;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether the warehouse page is the person's only screen. */
    public boolean scansOnly() {
        return Role.scansOnly(permissions);
    }

    /** Binds work to this person, for the merchant signed in to. */
    public Acting acting() {
        return actingFrom(device);
    }

    Acting actingFrom(String currentDevice) {
        return Acting.as(tenantId, new Actor(Actor.Kind.USER, userId, name, permissions, currentDevice));
    }

    SignedInUser speaking(Locale language) {
        return new SignedInUser(
                tenantId, merchant, userId, login, name, roles, permissions, language, device, accessVersion, since);
    }
}
