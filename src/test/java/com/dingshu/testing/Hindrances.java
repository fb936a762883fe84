package com.dingshu.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What on a page stands in the way of those who cannot see it or hold no mouse. */
public final class Hindrances {

    private static final List<String> GRAVE = List.of("serious", "critical");

    private Hindrances() {}

    /** The grave ones on the whole page. */
    public static List<String> on(Page page) {
        return grave(new AxeBuilder(page));
    }

    /** The same, leaving the field in the page's head out. */
    public static List<String> below(Page page) {
        return grave(new AxeBuilder(page).exclude(".omnibox"));
    }

    private static List<String> grave(AxeBuilder look) {
        return look.analyze().getViolations().stream()
                .filter(violation -> GRAVE.contains(violation.getImpact()))
                .map(violation -> violation.getId() + ": " + violation.getNodes())
                .toList();
    }
}
