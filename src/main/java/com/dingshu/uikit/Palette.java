package com.dingshu.uikit;

import java.util.List;
import java.util.Map;

/**
 * What can be done from where one is, by the headings it stands under, in their order: what the page offers, the pages, the
 * rest. Asked anew each time it is shown.
 */
public interface Palette {

    Map<String, List<Command>> offered();
}
