package com.dingshu.shell;

import com.dingshu.identity.CurrentUser;
import com.dingshu.identity.SignedInUser;
import com.dingshu.tenancy.Requires;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.ListenerPriority;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** Tells somebody signed in that a page is not for their role, before the general refusal says that there is none. */
@Component
@ListenerPriority(100)
class NoAccess implements VaadinServiceInitListener, BeforeEnterListener {

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(this));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Requires requires = event.getNavigationTarget().getAnnotation(Requires.class);
        if (requires != null
                && CurrentUser.find().filter(user -> lacks(user, requires)).isPresent()) {
            event.rerouteToError(AccessDeniedException.class);
        }
    }

    private static boolean lacks(SignedInUser user, Requires requires) {
        return Arrays.stream(requires.value()).noneMatch(user::may);
    }
}
