package com.dingshu.uikit;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;

/** A staff page: a head of one line, then whatever the view adds. Put grids in {@link #fill}, cards in {@link #scroll}. */
@JsModule("./components/kit.ts")
public abstract class Page extends Main implements HasDynamicTitle {

    private final PageHeader header;

    /** A page whose title is the text of this key. */
    protected Page(String titleKey) {
        addClassName("page");
        header = new PageHeader(getTranslation(titleKey));
        add(header);
    }

    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return header.title() + " · " + getTranslation("uikit.product");
    }

    /** What the palette offers for this page; at first the buttons of its head. */
    public List<Command> commands() {
        return header.commands();
    }

    /** Adds parts that take the height that is left, each scrolling within itself. */
    protected Body fill(com.vaadin.flow.component.Component... parts) {
        return body("page-fill", parts);
    }

    /** Adds parts that scroll together, with the gaps of cards. */
    protected Body scroll(com.vaadin.flow.component.Component... parts) {
        addClassName("well");
        return body("page-scroll", parts);
    }

    /** Adds the row of filters and tools under the tabs. */
    protected Body tools(com.vaadin.flow.component.Component... parts) {
        return body("page-tools", parts);
    }

    private Body body(String className, com.vaadin.flow.component.Component... parts) {
        var body = new Body(className);
        body.add(parts);
        add(body);
        return body;
    }

    /** A part of a page. */
    public static final class Body extends com.vaadin.flow.component.html.Div {
        Body(String className) {
            addClassName(className);
        }
    }
}
