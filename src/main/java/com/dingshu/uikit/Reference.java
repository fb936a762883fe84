package com.dingshu.uikit;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Acting;
import java.util.Locale;

/** The number a person can read out and the log can be searched for: {@code E-7F3A-2291}. */
public final class Reference {

    private Reference() {}

    /** The number of the request now worked on. */
    public static String current() {
        String id = Acting.bound()
                .map(Acting::requestId)
                .orElseGet(() -> Ids.next().toString())
                .replace("-", "");
        String tail = id.substring(Math.max(0, id.length() - 8)).toUpperCase(Locale.ROOT);
        return tail.length() < 8 ? "E-" + tail : "E-" + tail.substring(0, 4) + "-" + tail.substring(4);
    }
}
