package com.dingshu.identity;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody new among the merchant's people.
 *
 * @param login letters, digits, dot, dash and underscore, 2 to 40; capitals count as small letters
 * @param roles at least one
 * @param password the first password, see {@link UserRefusal} for the rules
 * @param language null for the merchant's own
 */
public record CreateUser(
        String login,
        String name,
        Set<String> roles,
        String password,
        @Nullable Locale language) {

    public CreateUser {
        roles = Set.copyOf(roles);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "CreateUser[" + login + ", " + name + ", " + roles + "]";
    }
}
