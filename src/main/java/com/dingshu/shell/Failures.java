package com.dingshu.shell;

import com.dingshu.uikit.Reference;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What happens when a click fails: the log gets the cause, the person a sentence with the number to find it by. */
@Component
class Failures implements VaadinServiceInitListener, ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        boolean refused = event.getThrowable() instanceof AccessDeniedException;
        if (refused) {
            LOG.warn("{} {}", Reference.current(), event.getThrowable().getMessage());
        } else {
            LOG.error("{} failed", Reference.current(), event.getThrowable());
        }
        UI ui = UI.getCurrent();
        if (ui != null) {
            Toasts.failed(ui.getTranslation(refused ? "shell.error.refused" : "shell.error.failed"));
        }
    }
}
