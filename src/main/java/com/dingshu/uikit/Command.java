package com.dingshu.uikit;

import org.jspecify.annotations.Nullable;

/**
 * Something the palette offers: a page to go to or a thing to do here.
 *
 * @param detail what it is about, such as an order's number; not searched, so that no number found leads to a deed
 * @param alias further words that find it, such as its name in the other language
 * @param path where it leads, without a leading slash; null when it does something
 */
public record Command(
        Icon icon,
        String title,
        String detail,
        String alias,
        @Nullable String path,
        Runnable act) {

    /** A page. */
    public static Command page(Icon icon, String title, String path) {
        return new Command(icon, title, "", path, path, () -> {});
    }

    /** Something to do. */
    public static Command act(Icon icon, String title, Runnable act) {
        return new Command(icon, title, "", "", null, act);
    }

    public Command about(String what) {
        return new Command(icon, title, what, alias, path, act);
    }

    public Command also(String words) {
        return new Command(icon, title, detail, alias + " " + words, path, act);
    }

    /** Whether the text may mean it. */
    boolean matches(String text) {
        String asked = Texts.folded(text);
        return Texts.folded(title).contains(asked) || Texts.folded(alias).contains(asked);
    }
}
