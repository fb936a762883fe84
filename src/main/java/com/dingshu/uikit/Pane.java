package com.dingshu.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One thing beside its list: a head with its name, tabs or a body that scrolls, and what can be done with it. */
public final class Pane extends Aside {

    private final Div head = new Div();
    private final Div before = new Div();
    private final Div body = new Div();

    /** @param close leaves the pane; also what its last button says */
    public Pane(String title, String closeWords, Runnable close) {
        addClassName("pane");
        getElement().setAttribute("aria-label", title);
        var name = new H2(title);
        name.addClassName("cut");
        name.setTitle(title);
        var gap = new Span();
        gap.addClassName("grow");
        head.addClassName("pane-head");
        head.add(name, gap, Buttons.icon(Icon.X, closeWords, close));
        body.addClassName("pane-body");
        body.getElement().setAttribute("tabindex", "0");
        add(head, before, body);
    }

    /** Small parts right beside the name. */
    public Pane beside(Component... parts) {
        for (Component part : parts) {
            head.addComponentAtIndex(head.getComponentCount() - 2, part);
        }
        return this;
    }

    /** Buttons at the end of the head, before the one that closes. */
    public Pane ways(Component... parts) {
        for (Component part : parts) {
            head.addComponentAtIndex(head.getComponentCount() - 1, part);
        }
        return this;
    }

    /** What has to be known first, above everything else. */
    public Pane first(Component banner) {
        before.add(banner);
        return this;
    }

    public Pane body(Component... parts) {
        body.removeAll();
        body.add(parts);
        return this;
    }

    /**
     * Tabs on the keys 1 to 9, each made when it is opened.
     *
     * @param contents words → content, in order
     */
    public Pane tabs(LinkedHashMap<String, Supplier<Component>> contents) {
        Map<Tab, Supplier<Component>> byTab = new LinkedHashMap<>();
        contents.forEach(
                (words, content) -> byTab.put(Keys.on(new Tab(words), String.valueOf(byTab.size() + 1)), content));
        var tabs = new Tabs(byTab.keySet().toArray(Tab[]::new));
        tabs.addSelectedChangeListener(change -> show(byTab.get(change.getSelectedTab())));
        show(byTab.get(tabs.getSelectedTab()));
        before.add(tabs);
        return this;
    }

    /** What can be done, the likeliest first. */
    public Pane foot(Component... parts) {
        var foot = new Div(parts);
        foot.addClassName("pane-foot");
        add(foot);
        return this;
    }

    private void show(@Nullable Supplier<Component> content) {
        body.removeAll();
        if (content != null) {
            body.add(content.get());
        }
    }

    /** A part of a pane's body under a small heading. */
    public static Section section(String title, Component... parts) {
        var section = new Section(new H3(title));
        section.addClassName("section");
        section.add(parts);
        return section;
    }
}
