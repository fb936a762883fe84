package com.dingshu.uikit;

import java.util.List;

/** A module's answer to what somebody types into the omnibox; beans of it are collected by the frame. */
public interface Search {

    /** At most {@code limit} things that match the text exactly enough to be meant; empty when none does. */
    List<Hit> find(String text, int limit);

    /**
     * Something found.
     *
     * @param detail one short line that tells it from its like, with contact data masked
     * @param path route to open it, without a leading slash
     */
    record Hit(Icon icon, String title, String detail, String path) {}
}
