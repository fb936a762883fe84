package com.dingshu.shell;

import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Reference;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page that cannot be shown: what is the matter, and the way back. */
abstract class ErrorPage extends Main implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

    private final H1 heading = new H1();

    ErrorPage() {
        addClassNames("empty", "whole");
    }

    @Override
    public String getPageTitle() {
        return heading.getText() + " · " + getTranslation("uikit.product");
    }

    final int show(int status, Icon icon, String key, Component... more) {
        removeAll();
        heading.setText(getTranslation(key + ".fact"));
        add(icon.create(), heading, new Paragraph(getTranslation(key + ".meaning")));
        add(more);
        add(new Anchor("/", getTranslation("shell.error.home")));
        return status;
    }

    /** No such page, or nothing behind the number in the address. */
    @AnonymousAllowed
    static class NotFound extends ErrorPage implements HasErrorParameter<NotFoundException> {
        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
            return show(404, Icon.SEARCH, "shell.error.404");
        }
    }

    /** A page for which this person has no permission. */
    @AnonymousAllowed
    static class Refused extends ErrorPage implements HasErrorParameter<AccessDeniedException> {
        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
            return show(403, Icon.LOCK, "shell.error.403");
        }
    }

    /** A defect while the page was made. */
    @AnonymousAllowed
    static class Failed extends ErrorPage implements HasErrorParameter<Exception> {
        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
            String reference = Reference.current();
            LOG.error("{} {} failed", reference, event.getLocation().getPath(), error.getCaughtException());
            var number = new Paragraph(getTranslation("uikit.reference", reference));
            number.addClassName("reference");
            return show(500, Icon.CIRCLE_X, "shell.error.500", number);
        }
    }
}
