package com.dingshu.shell;

import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Page;
import com.dingshu.uikit.Reference;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page that cannot be shown: what is the matter, and the way back. The menu stays beside it for who is signed in. */
abstract class ErrorPage extends Page {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

    private final Div words = new Div();

    ErrorPage() {
        super("uikit.product");
        words.addClassName("empty");
        fill(words);
    }

    final int show(int status, Icon icon, String key, Component... more) {
        header().title(getTranslation(key + ".fact"));
        words.removeAll();
        words.add(icon.create(), new Paragraph(getTranslation(key + ".meaning")));
        words.add(more);
        words.add(new Anchor("/", getTranslation("shell.error.home")));
        return status;
    }

    /** No such page, or nothing behind the number in the address. */
    @AnonymousAllowed
    @ParentLayout(MainLayout.class)
    static class NotFound extends ErrorPage implements HasErrorParameter<NotFoundException> {
        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
            return show(404, Icon.SEARCH, "shell.error.404");
        }
    }

    /** A page for which this person has no permission. */
    @AnonymousAllowed
    @ParentLayout(MainLayout.class)
    static class Refused extends ErrorPage implements HasErrorParameter<AccessDeniedException> {
        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
            return show(403, Icon.LOCK, "shell.error.403");
        }
    }

    /** A defect while the page was made. */
    @AnonymousAllowed
    @ParentLayout(MainLayout.class)
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
