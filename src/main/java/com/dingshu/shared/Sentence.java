package com.dingshu.shared;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A sentence of our own where a partner's words may stand as well, such as why a waybill was refused. It is stored as the key
 * of its text with what is to be filled in, and told in the language of whoever reads it; a partner's words are told as they
 * are.
 */
public final class Sentence {

    private static final String MARK = "@";
    private static final String END = "|";

    private Sentence() {}

    /** What to store. */
    public static String of(String key, String... args) {
        StringBuilder stored = new StringBuilder(MARK).append(key);
        for (String arg : args) {
            stored.append(END).append(arg.replace(END, " ").strip());
        }
        return stored.toString();
    }

    /**
     * The stored words as they are read.
     *
     * @param say tells a text by its key and what fills it in; answers the key itself when there is no such text
     */
    public static String told(String stored, BiFunction<String, Object[], String> say) {
        if (!stored.startsWith(MARK)) {
            return stored;
        }
        List<String> parts = Arrays.asList(stored.substring(MARK.length()).split("\\|", -1));
        String key = parts.getFirst();
        String said = say.apply(key, parts.subList(1, parts.size()).toArray());
        return said.equals(key) ? stored : said.strip();
    }
}
