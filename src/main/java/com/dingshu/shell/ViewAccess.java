package com.dingshu.shell;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Requires;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.AccessCheckResult;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.server.auth.NavigationContext;
import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Who may open which view. Strangers see only what says {@link AnonymousAllowed} and are sent to sign in otherwise; for
 * the others a view names its permissions with {@link Requires}, and one that names none is open to nobody.
 */
@Configuration(proxyBeanMethods = false)
class ViewAccess {

    @Bean
    static NavigationAccessControlConfigurer navigationAccessControlConfigurer() {
        return new NavigationAccessControlConfigurer().withNavigationAccessChecker(new SignedInOnly());
    }

    @Bean
    VaadinServiceInitListener permissionsOfViews() {
        return (ServiceInitEvent service) -> service.getSource()
                .addUIInitListener(init -> init.getUI().addBeforeEnterListener(ViewAccess::refuseWithoutPermission));
    }

    private static void refuseWithoutPermission(BeforeEnterEvent event) {
        Class<?> view = event.getNavigationTarget();
        boolean known = Acting.bound().isPresent();
        if (known && !event.isErrorEvent() && !openToAll(view) && !may(view.getAnnotation(Requires.class))) {
            event.rerouteToError(AccessDeniedException.class);
        }
    }

    private static boolean may(@Nullable Requires requires) {
        return requires != null
                && Arrays.stream(requires.value()).anyMatch(Acting.current().actor()::may);
    }

    private static boolean openToAll(Class<?> view) {
        return view.isAnnotationPresent(AnonymousAllowed.class) || view == StartView.class;
    }

    /** Sends strangers to sign in. */
    private static final class SignedInOnly implements NavigationAccessChecker {

        @Override
        public AccessCheckResult check(NavigationContext context) {
            boolean open = context.isErrorHandling()
                    || context.getPrincipal() != null
                    || context.getNavigationTarget().isAnnotationPresent(AnonymousAllowed.class);
            return open ? context.allow() : context.deny("not signed in");
        }
    }
}
