package com.dingshu.identity;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the merchant's people.
 *
 * @param login what is typed to sign in; unique within the merchant, always in small letters
 * @param roles ids of {@link Role}s, in alphabetical order
 * @param language the language of the person's screens
 * @param lastSignInAt null for somebody who never signed in
 */
public record UserInfo(
        UUID id,
        String login,
        String name,
        Set<String> roles,
        UserStatus status,
        Locale language,
        Instant createdAt,
        Instant passwordChangedAt,
        @Nullable Instant lastSignInAt,
        @Nullable String lastDevice) {

    public boolean active() {
        return status == UserStatus.ACTIVE;
    }
}
