package com.dingshu.channels.mapping;

import java.text.Normalizer;

/** Cleans texts of what no order needs and no database takes. */
final class Texts {

    private Texts() {}

    /** Control characters become spaces, lone surrogates the replacement sign; outer white space goes. */
    static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || Character.isSurrogate(c) || c == '\uFEFF') {
                return scrub(text);
            }
        }
        return text.strip();
    }

    private static String scrub(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c >= 0xD800 && c <= 0xDFFF) {
                clean.append('\uFFFD');
            } else if (c == '\n' || c == '\r' || c == '\t') {
                clean.append(' ');
            } else if (!Character.isISOControl(c) && c != 0xFEFF) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString().strip();
    }

    /** Full-width letters, digits and signs as plain ones. */
    static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '\uFF00' || text.charAt(i) == '\u3000' || text.charAt(i) == '\u00A0') {
                return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
            }
        }
        return text.strip();
    }

    /** Takes off the {@code ="..."} or the apostrophe that keeps spreadsheets from rounding a number. */
    static String unwrap(String cell) {
        String text = cell.strip();
        if (text.length() > 3 && text.startsWith("=\"") && text.endsWith("\"")) {
            return text.substring(2, text.length() - 1);
        }
        boolean quoted =
                text.length() > 1 && (text.charAt(0) == '\'' || text.charAt(0) == '`') && isDigit(text.charAt(1));
        return quoted ? text.substring(1) : text;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
