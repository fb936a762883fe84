package com.dingshu.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/**
 * Lets every page resolve its links from the root. A base relative to the address it was loaded at moves when the address
 * goes a step deeper, and files offered by a pane would then be asked for where nothing lies.
 */
@Component
class PageRoot implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.addIndexHtmlRequestListener(PageRoot::fix);
    }

    private static void fix(IndexHtmlResponse page) {
        String root = page.getVaadinRequest() instanceof HttpServletRequest request ? request.getContextPath() : "";
        page.getDocument().head().select("base").attr("href", root + "/");
    }
}
