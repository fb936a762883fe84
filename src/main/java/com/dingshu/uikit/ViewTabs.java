package com.dingshu.uikit;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Saved views as tabs, each with a plain count; only 异常 and 超时 may have a coloured one. */
public final class ViewTabs extends Tabs {

    private final Map<String, Tab> tabs = new LinkedHashMap<>();
    private final Map<String, Span> counts = new LinkedHashMap<>();

    /**
     * @param label read aloud
     * @param chosen gets the key of the tab that a person chose
     */
    public ViewTabs(String label, Consumer<String> chosen) {
        getElement().setAttribute("aria-label", label);
        setAutoselect(false);
        addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                tabs.forEach((key, tab) -> {
                    if (tab.equals(change.getSelectedTab())) {
                        chosen.accept(key);
                    }
                });
            }
        });
    }

    public ViewTabs add(String key, String words) {
        var count = new Span();
        count.addClassName("count");
        var tab = new Tab(new Span(words), count);
        tabs.put(key, tab);
        counts.put(key, count);
        add(tab);
        return this;
    }

    /** The figure beside the words; empty for none. Red and amber are for exceptions that are not zero. */
    public void count(String key, String figure, Marks.Tone tone) {
        Span count = counts.get(key);
        if (count != null) {
            count.setText(figure);
            count.setClassName("red", tone == Marks.Tone.RED);
            count.setClassName("amber", tone == Marks.Tone.AMBER);
        }
    }

    /** Shows a tab as taken without telling anybody; none when the key is not a tab. */
    public void mark(String key) {
        setSelectedTab(tabs.get(key));
    }

    /** Whether a person sees the tab now. */
    public void offer(String key, boolean visible) {
        Tab tab = tabs.get(key);
        if (tab != null) {
            tab.setVisible(visible);
        }
    }

    /** The keys of the tabs offered, in their order, for moving to the next or the one before. */
    public List<String> keys() {
        return tabs.entrySet().stream()
                .filter(tab -> tab.getValue().isVisible())
                .map(Map.Entry::getKey)
                .toList();
    }
}
