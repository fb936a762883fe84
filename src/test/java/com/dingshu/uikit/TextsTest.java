package com.dingshu.uikit;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path FOLDER = Path.of("src/main/resources/texts");
    private static final Path SOURCES = Path.of("src/main/java/com/dingshu");
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z0-9-]+)+\\.?)\"");
    private static final Pattern SENTENCE = Pattern.compile("Sentence\\.of\\(\\s*\"([a-z.-]+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

    private final Texts texts = new Texts();

    @Test
    void everyTextIsWrittenInBothLanguages() {
        modules().forEach(module -> assertThat(keys(module, "en")).as(module).isEqualTo(keys(module, "zh")));
    }

    @Test
    void bothLanguagesFillInTheSameValues() {
        for (String module : modules()) {
            Properties zh = read(module, "zh");
            Properties en = read(module, "en");
            zh.forEach((key, text) ->
                    assertThat(placeholders(en.get(key))).as((String) key).isEqualTo(placeholders(text)));
        }
    }

    @Test
    void aKeyBelongsToTheModuleItsNameSays() {
        modules()
                .forEach(module ->
                        assertThat(keys(module, "zh")).as(module).allMatch(key -> key.startsWith(module + ".")));
    }

    /** Any string in a screen that starts like a key is one; one that ends with a dot is the beginning of several. */
    @Test
    void everyKeyUsedInAScreenExists() throws IOException {
        Set<String> known = modules().stream()
                .flatMap(module -> keys(module, "zh").stream())
                .collect(Collectors.toSet());
        Set<String> unknown = screens()
                .flatMap(TextsTest::keysIn)
                .filter(key -> modules().contains(key.substring(0, key.indexOf('.'))))
                .filter(key -> known.stream().noneMatch(there -> fits(key, there)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unknown).isEmpty();
    }

    /** What is stored as a sentence of ours is told from its text, on whichever screen. */
    @Test
    void everySentenceThatIsStoredIsWritten() throws IOException {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            Set<String> stored = sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(TextsTest::sentencesIn)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(stored).hasSizeGreaterThan(4).allMatch(key -> keys(key.substring(0, key.indexOf('.')), "zh")
                    .contains(key));
        }
    }

    private static Stream<String> sentencesIn(Path source) {
        try {
            return SENTENCE.matcher(Files.readString(source)).results().map(match -> match.group(1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void anApostropheIsJustAnApostrophe() {
        assertThat(texts.in(Texts.ENGLISH, "shell.sign-in.at", "Li's")).isEqualTo("Sign in to Li's");
    }

    @Test
    void aLanguageWeDoNotSpeakReadsChinese() {
        assertThat(texts.in(java.util.Locale.FRENCH, "uikit.product")).isEqualTo("订枢");
    }

    private static boolean fits(String used, String known) {
        return used.endsWith(".") || known.startsWith(used + ".") ? known.startsWith(used) : known.equals(used);
    }

    private static List<String> modules() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replaceAll("_(zh|en)\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> screens() throws IOException {
        return Files.walk(SOURCES)
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> file.toString().matches(".*/(ui|shell|uikit)/.*"));
    }

    private static Stream<String> keysIn(Path source) {
        try {
            return KEY.matcher(Files.readString(source)).results().map(match -> match.group(1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> placeholders(@Nullable Object text) {
        return PLACEHOLDER
                .matcher(String.valueOf(text))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(String module, String language) {
        return new TreeSet<>(read(module, language).stringPropertyNames());
    }

    private static Properties read(String module, String language) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve(module + "_" + language + ".properties"))) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
