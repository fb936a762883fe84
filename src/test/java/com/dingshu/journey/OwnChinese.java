package com.dingshu.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Chinese words of the product itself: its texts, and what stands in its sources between quotation marks. A screen in
 * English shows none of them, whatever language its data are in.
 */
final class OwnChinese {

    private static final Path TEXTS = Path.of("src/main/resources/texts");
    private static final Path SOURCES = Path.of("src/main/java/com/dingshu");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern FILLED_IN = Pattern.compile("\\{[^}]*}|%[-\\d.,]*[a-zA-Z]|\\\\n|'");
    /** Names of provinces, and what the demo writes into its own data. */
    private static final String DATA = ".*/customers/Addresses\\.java|.*/blueprints/.*";

    /** Shorter ones may be part of any word; they count when they stand alone. */
    private static final int LONG_ENOUGH = 4;

    /** What a language calls itself. */
    private static final Set<String> LANGUAGES = Set.of("中文");

    private final Set<String> words = new TreeSet<>();

    OwnChinese() {
        for (Path file : files(TEXTS, "_zh.properties")) {
            Properties english =
                    read(file.resolveSibling(file.getFileName().toString().replace("_zh", "_en")));
            read(file).forEach((key, text) -> {
                if (!isChinese(english.getProperty((String) key, ""))) {
                    keep((String) text);
                }
            });
        }
        for (Path file : files(SOURCES, ".java")) {
            if (file.toString().matches(DATA)) {
                continue;
            }
            lines(file)
                    .filter(line ->
                            !line.strip().startsWith("*") && !line.strip().startsWith("/"))
                    .flatMap(line -> LITERAL.matcher(line).results())
                    .map(MatchResult::group)
                    .forEach(literal -> keep(literal.substring(1, literal.length() - 1)));
        }
    }

    /** Whether the text is one of the product's own, or holds one. */
    boolean isIn(String shown) {
        String text = shown.strip();
        return isChinese(text)
                && words.stream()
                        .anyMatch(word -> text.equals(word) || han(word) >= LONG_ENOUGH && text.contains(word));
    }

    static boolean isChinese(String text) {
        return HAN.matcher(text).find();
    }

    private void keep(String text) {
        FILLED_IN
                .splitAsStream(text)
                .map(String::strip)
                .filter(OwnChinese::isChinese)
                .filter(word -> !LANGUAGES.contains(word))
                .forEach(words::add);
    }

    private static long han(String text) {
        return HAN.matcher(text).results().count();
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
