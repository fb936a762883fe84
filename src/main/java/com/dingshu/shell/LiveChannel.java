package com.dingshu.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.shared.communication.PushMode;
import org.springframework.stereotype.Component;

/**
 * Gives every page a live channel but the sign-in page. Signing in ends the stranger's session; told of that over a
 * channel, the page would load itself anew and so cancel the very way into the product.
 */
@Component
class LiveChannel implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.getSource().addUIInitListener(LiveChannel::open);
    }

    private static void open(UIInitEvent init) {
        String location = VaadinRequest.getCurrent().getParameter("location");
        if (location == null || !location.startsWith("sign-in")) {
            init.getUI().getPushConfiguration().setPushMode(PushMode.AUTOMATIC);
        }
    }
}
