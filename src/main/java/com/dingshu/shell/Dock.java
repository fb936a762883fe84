package com.dingshu.shell;

import com.dingshu.uikit.NavigationEntry;
import com.dingshu.uikit.NavigationEntry.Group;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first entries within reach of the thumb; style sheets show it on phones only. */
class Dock extends Nav {

    private static final int ROOM = 4;

    private final Map<String, Anchor> links = new LinkedHashMap<>();

    Dock(List<NavigationEntry> entries) {
        addClassName("dock");
        getElement().setAttribute("aria-label", getTranslation("shell.dock"));
        entries.stream()
                .filter(entry -> entry.group() != Group.SETTINGS)
                .limit(ROOM)
                .forEach(entry -> add(link(entry)));
    }

    private Anchor link(NavigationEntry entry) {
        var link = new Anchor(entry.path(), entry.icon().create(), new Span(getTranslation(entry.titleKey())));
        link.getElement().setAttribute("router-link", true);
        links.put(entry.path(), link);
        return link;
    }

    /** Marks the entry that the page at this path belongs to. */
    void mark(String path) {
        links.forEach((start, link) -> {
            boolean here = path.equals(start) || path.startsWith(start + "/");
            if (here) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }
}
