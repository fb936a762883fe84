package com.dingshu.shell;

import com.dingshu.uikit.Keys;
import com.dingshu.uikit.NavigationEntry;
import com.dingshu.uikit.NavigationEntry.Badge;
import com.dingshu.uikit.NavigationEntry.Group;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The entries by group, with counters of what this person can do. Settings stand apart, at the foot. */
class MenuPanel extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(MenuPanel.class);

    private final Map<NavigationEntry, Span> counters = new LinkedHashMap<>();

    private final Div settings = new Div();

    MenuPanel(List<NavigationEntry> entries) {
        addClassName("drawer-groups");
        for (Group group : Group.values()) {
            List<NavigationEntry> members =
                    entries.stream().filter(entry -> entry.group() == group).toList();
            if (!members.isEmpty()) {
                (group == Group.SETTINGS ? settings : this).add(group(group, members));
            }
        }
    }

    Div settings() {
        return settings;
    }

    /** Asks every counter anew. */
    void count() {
        counters.forEach((entry, counter) -> show(counter, entry));
    }

    private SideNav group(Group group, List<NavigationEntry> members) {
        var nav = new SideNav();
        String name = getTranslation("shell.group." + group.name().toLowerCase(Locale.ROOT));
        if (group == Group.TOP || group == Group.SETTINGS) {
            nav.getElement().setAttribute("aria-label", name);
        } else {
            nav.setLabel(name);
        }
        members.forEach(entry -> nav.addItem(item(entry)));
        return nav;
    }

    private SideNavItem item(NavigationEntry entry) {
        var item = new SideNavItem(
                getTranslation(entry.titleKey()),
                "/" + entry.path(),
                entry.icon().create());
        item.setMatchNested(true);
        if (entry.key() != null) {
            Keys.on(item, entry.key());
            item.getElement().setAttribute("data-key-label", getTranslation(entry.titleKey()));
        }
        if (entry.badge() != null) {
            var counter = new Span();
            counter.addClassName("nav-count");
            item.setSuffixComponent(counter);
            counters.put(entry, counter);
        }
        return item;
    }

    private static void show(Span counter, NavigationEntry entry) {
        if (entry.badge() != null) {
            Badge badge = asked(entry, entry.badge());
            counter.setText(badge.count() == 0 ? "" : badge.count() > 999 ? "999+" : Long.toString(badge.count()));
            counter.setVisible(badge.count() > 0);
            counter.setClassName("red", badge.alarming());
        }
    }

    /** A counter that fails takes no page along. */
    private static Badge asked(NavigationEntry entry, Supplier<Badge> counter) {
        try {
            return counter.get();
        } catch (RuntimeException failed) {
            LOG.warn("{} could not be counted", entry.path(), failed);
            return Badge.count(0);
        }
    }
}
