package com.dingshu.orders;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** How lists and maps of short texts lie in a column. */
final class Packed {

    private static final String SEPARATOR = "\u001f";
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String NO_ENTRIES = "{}";

    private Packed() {}

    static String join(List<String> parts) {
        return String.join(SEPARATOR, parts);
    }

    static List<String> split(@Nullable String joined) {
        return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split(SEPARATOR, -1));
    }

    static String json(Map<String, String> entries) {
        return entries.isEmpty() ? NO_ENTRIES : JSON.writeValueAsString(entries);
    }

    static Map<String, String> map(String json) {
        return json.equals(NO_ENTRIES) ? Map.of() : JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    }

    /** The text within so many characters, never half a character. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /** What lay at the root of a failure, in a line. */
    static String describe(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return cut(root.getClass().getSimpleName() + ": " + root.getMessage(), 300);
    }
}
