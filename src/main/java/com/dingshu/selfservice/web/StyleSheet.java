package com.dingshu.selfservice.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.springframework.stereotype.Component;

/**
 * The page's one style sheet: the house's tokens, less the font and what only the staff screens need, and the page's own
 * rules. A customer on a weak line loads a few kilobytes.
 */
@Component
class StyleSheet {

    private static final String TOKENS = "/META-INF/resources/assets/theme/tokens.css";
    private static final String OWN = "/selfservice/page.css";
    private static final Pattern COMMENT = Pattern.compile("/\\*[^*]*+\\*++(?:[^/*][^*]*+\\*++)*+/");
    private static final Pattern ROOT = Pattern.compile(":root\\s*+\\{([^{}]*+)}");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final String text;
    private final String version;

    StyleSheet() {
        text = tokens(read(TOKENS)) + squeezed(read(OWN));
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        version = HexFormat.of().toHexDigits((int) sum.getValue());
    }

    String text() {
        return text;
    }

    /** Part of its address, so that browsers may keep it for good. */
    String version() {
        return version;
    }

    /** The root's own variables, those for the staff's components left out. */
    private static String tokens(String sheet) {
        StringBuilder kept = new StringBuilder();
        for (Matcher root = ROOT.matcher(COMMENT.matcher(sheet).replaceAll("")); root.find(); ) {
            String variables = root.group(1);
            if (!variables.contains("--aura-") && !variables.contains("--vaadin-")) {
                kept.append(squeezed(root.group()));
            }
        }
        return kept.toString();
    }

    private static String squeezed(String css) {
        return SPACE.matcher(COMMENT.matcher(css).replaceAll("")).replaceAll(" ");
    }

    private static String read(String resource) {
        try (InputStream file = Objects.requireNonNull(StyleSheet.class.getResourceAsStream(resource), resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
