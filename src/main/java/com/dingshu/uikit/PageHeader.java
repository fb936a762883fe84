package com.dingshu.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The head of a page: where one comes from, title, how fresh it is, the omnibox, what one can do here. */
public final class PageHeader extends Header {

    private final Div before = new Div();
    private final H1 title = new H1();
    private final Div after = new Div();
    private final Div omnibox = new Div();
    private final Div actions = new Div();

    PageHeader(String title) {
        addClassName("page-head");
        this.title.setText(title);
        before.addClassNames("row", "before");
        after.addClassNames("row", "after");
        omnibox.addClassName("row");
        actions.addClassName("page-actions");
        var gap = new Span();
        gap.addClassName("grow");
        add(before, this.title, after, gap, omnibox, actions);
    }

    public String title() {
        return title.getText();
    }

    public PageHeader title(String text) {
        title.setText(text);
        return this;
    }

    /** The list this page's subject belongs to. */
    public PageHeader comesFrom(String text, Class<? extends Component> list) {
        var crumb = new Span(new RouterLink(text, list), Icon.CHEVRON_RIGHT.create());
        crumb.addClassName("crumb");
        before.add(crumb);
        return this;
    }

    /** “实时 · 4 秒前更新”: the age runs in the browser; without a time only the words. */
    public PageHeader live(String text, @Nullable Instant at) {
        after.removeAll();
        after.add(Marks.live(text, at));
        return this;
    }

    /** Words beside the title. */
    public PageHeader note(Component... parts) {
        after.add(parts);
        return this;
    }

    /** Replaces the buttons at the right. */
    public PageHeader actions(Component... parts) {
        actions.removeAll();
        actions.add(parts);
        return this;
    }

    /** The buttons at the right as commands of the palette. */
    List<Command> commands() {
        return actions.getChildren()
                .filter(part -> part instanceof Button button && button.isVisible() && button.isEnabled())
                .map(Button.class::cast)
                .filter(button -> !button.getText().isEmpty())
                .map(button -> Command.act(Icon.ZAP, button.getText(), button::click))
                .toList();
    }

    /** Set by the frame: what opens the menu on a narrow screen. */
    public void menu(Component toggle) {
        before.addComponentAsFirst(toggle);
    }

    /** Set by the frame. */
    public void omnibox(Component field) {
        omnibox.removeAll();
        omnibox.add(field);
    }
}
