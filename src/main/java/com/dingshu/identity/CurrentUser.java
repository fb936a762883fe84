package com.dingshu.identity;

import com.dingshu.tenancy.Acting;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The person at the screen. Requests are bound to the person by themselves; work that a screen does outside of a request,
 * in {@code UI.access}, binds itself with {@code CurrentUser.acting().run(...)}.
 */
public final class CurrentUser {

    private CurrentUser() {}

    /** @throws IllegalStateException when nobody is signed in */
    public static SignedInUser get() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    public static Optional<SignedInUser> find() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedInUser.class::isInstance)
                .map(SignedInUser.class::cast);
    }

    /** The binding of the person at the screen, whatever the thread was bound to before. */
    public static Acting acting() {
        return get().acting();
    }

    static Authentication authentication(SignedInUser user) {
        return UsernamePasswordAuthenticationToken.authenticated(user, null, java.util.List.of());
    }

    /** Changes the session's own copy of the language. */
    static void speak(Locale language) {
        SecurityContext context = SecurityContextHolder.getContext();
        find().ifPresent(user -> context.setAuthentication(authentication(user.speaking(language))));
    }
}
