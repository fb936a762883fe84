package com.dingshu.identity.web;

import com.dingshu.identity.CurrentUser;
import com.dingshu.identity.SignedInUser;
import com.dingshu.tenancy.Requires;
import com.vaadin.flow.server.auth.AccessCheckResult;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.server.auth.NavigationContext;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets somebody enter a view that asks with {@link Requires} for a permission the person has, or that is open to
 * everybody signed in ({@link PermitAll}). A view that says neither is entered by nobody; without being signed in only
 * what is {@link AnonymousAllowed}.
 */
@Component
class ViewAccess implements NavigationAccessChecker {

    @Override
    public AccessCheckResult check(NavigationContext context) {
        Class<?> view = context.getNavigationTarget();
        if (context.isErrorHandling() || view.isAnnotationPresent(AnonymousAllowed.class)) {
            return context.allow();
        }
        return allowed(view, CurrentUser.find()) ? context.allow() : context.deny("");
    }

    private static boolean allowed(Class<?> view, Optional<SignedInUser> user) {
        if (user.isEmpty()) {
            return false;
        }
        Requires requires = view.getAnnotation(Requires.class);
        return requires == null
                ? view.isAnnotationPresent(PermitAll.class)
                : Arrays.stream(requires.value()).anyMatch(user.get()::may);
    }
}
