package com.dingshu.shell;

import com.dingshu.tenancy.Acting;
import com.dingshu.uikit.Navigation;
import com.dingshu.uikit.NavigationEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The entries of all modules in their order, cut down to what the person may see. */
@Component
class Menu {

    private final List<NavigationEntry> entries;

    Menu(List<Navigation> modules) {
        this.entries = modules.stream()
                .flatMap(module -> module.entries().stream())
                .sorted(Comparator.comparing(NavigationEntry::group).thenComparingInt(NavigationEntry::order))
                .toList();
    }

    List<NavigationEntry> mine() {
        return entries.stream().filter(Menu::open).toList();
    }

    /** Where this person starts; empty for people without staff screens. */
    Optional<String> start() {
        return mine().stream().map(NavigationEntry::path).findFirst();
    }

    private static boolean open(NavigationEntry entry) {
        return entry.anyOf().isEmpty()
                || entry.anyOf().stream().anyMatch(Acting.current().actor()::may);
    }
}
