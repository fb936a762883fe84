package com.dingshu.orders;

import com.dingshu.uikit.Icon;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * Paper that another module prints for chosen orders: labels, pick lists. Beans of it are collected and become buttons of
 * the bar over the board.
 */
public interface OrderSheets {

    /** More orders than this are not printed in one go. */
    int MOST = 300;

    /** Key of the button's words. */
    String titleKey();

    Icon icon();

    /** Buttons are sorted by it. */
    int position();

    /** Whether the person now acting may print them. */
    boolean offered();

    /** The sheets of these orders; empty when none of them has any. */
    Optional<Pdf> print(Collection<UUID> orderIds);

    /** A printed file. */
    @SuppressWarnings("ArrayRecordComponent")
    record Pdf(String fileName, byte[] content) {}
}
