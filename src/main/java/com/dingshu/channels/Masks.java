package com.dingshu.channels;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides contact data in texts. What a platform has masked itself stays as it came. */
final class Masks {

    private static final Pattern NUMBER =
            Pattern.compile("(?<!\\d)(\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.]+");

    private Masks() {}

    /** A text that is contact data, or that somebody wrote: its first character only. */
    static String text(String text) {
        if (text.isBlank()) {
            return text;
        }
        return isMasked(text) ? withoutContacts(text) : text.substring(0, text.offsetByCodePoints(0, 1)) + "***";
    }

    static String phone(String number) {
        if (number.isEmpty() || isMasked(number)) {
            return number;
        }
        return number.length() < 8 ? "****" : number.substring(0, 3) + "****" + number.substring(number.length() - 4);
    }

    /** A quarter of it and more are stars: less may be somebody's emphasis. */
    private static boolean isMasked(String text) {
        return text.chars().filter(c -> c == '*' || c == '＊').count() * 4 >= text.length();
    }

    /** Any other text without the telephone numbers and mail addresses in it. */
    static String withoutContacts(String text) {
        return MAIL.matcher(NUMBER.matcher(text).replaceAll(Masks::shortened)).replaceAll("***@***");
    }

    private static String shortened(MatchResult number) {
        String digits = number.group();
        return Matcher.quoteReplacement("***" + digits.substring(digits.length() - 4));
    }
}
