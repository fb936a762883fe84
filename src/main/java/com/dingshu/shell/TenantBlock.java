package com.dingshu.shell;

import com.dingshu.tenancy.Tenants;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;

/** Whose books are open: the merchant at the top of the menu. */
@org.springframework.stereotype.Component
class TenantBlock {

    private final Tenants tenants;

    TenantBlock(Tenants tenants) {
        this.tenants = tenants;
    }

    Component create() {
        var mark = new Image("/assets/theme/mark.svg", "");
        mark.setWidth("24px");
        mark.setHeight("24px");
        mark.addClassName("mark");
        var block = new Div(mark, words(tenants.current().name()));
        block.addClassName("drawer-tenant");
        return block;
    }

    private static Component words(String name) {
        var words = new Span(text("strong", name));
        words.add(text("small", words.getTranslation("uikit.product")));
        return words;
    }

    static HtmlComponent text(String tag, String text) {
        var part = new HtmlComponent(tag);
        part.getElement().setText(text);
        return part;
    }
}
