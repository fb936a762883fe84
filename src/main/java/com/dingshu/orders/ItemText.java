package com.dingshu.orders;

import java.util.List;

/** The items of an order in one short text: the first one, how many of it, and how many others. */
final class ItemText {

    private static final int LONGEST = 200;

    private ItemText() {}

    static String of(List<SnapshotLine> lines) {
        SnapshotLine first = lines.getFirst();
        String spec = first.spec().isEmpty() ? "" : " " + first.spec();
        String pieces = " ×" + first.quantity();
        String others = lines.size() == 1 ? "" : " +" + (lines.size() - 1);
        String tail = pieces + others;
        return Packed.cut(first.name() + spec, LONGEST - tail.length()) + tail;
    }
}
