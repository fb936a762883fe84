package com.dingshu.shared;

/** How a person's name is shown to those who need not know it. */
public final class PersonName {

    private PersonName() {}

    /** 陈晓蓉 → 陈*蓉, 陈蓉 → 陈*, Anna Lee → A*e; a name that is already masked stays as it is. */
    public static String masked(String name) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.contains("*")) {
            return trimmed;
        }
        int[] letters = trimmed.codePoints().toArray();
        String first = Character.toString(letters[0]);
        return letters.length <= 2 ? first + "*" : first + "*" + Character.toString(letters[letters.length - 1]);
    }

    /** The form in which names are compared: no blanks, compatible characters folded, lower case. */
    public static String normalised(String name) {
        String folded = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFKC);
        return folded.replaceAll("\\s+", "").toLowerCase(java.util.Locale.ROOT);
    }
}
