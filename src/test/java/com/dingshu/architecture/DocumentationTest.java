package com.dingshu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.DingshuApplication;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.modulith.core.ApplicationModules;

/** What the documents say about the code is true. {@code -Ddocs.update} writes the drawn parts anew instead of comparing. */
class DocumentationTest {

    private static final Path README = Path.of("README.md");
    private static final Path DECISIONS = Path.of("src/docs/decisions");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)[^)]*\\)");
    private static final Pattern TEST_CLASS = Pattern.compile("`(com\\.dingshu\\.[\\w.]+)`");
    private static final int ONE_PAGE = 60;

    @Test
    void theReadmeShowsTheModulesAsTheyAre() throws IOException {
        compare(
                README,
                "modules",
                ModuleMap.of(ApplicationModules.of(DingshuApplication.class)).mermaid());
    }

    @Test
    void theListOfEventsIsComplete() throws IOException {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("com.dingshu");

        compare(Path.of("src/docs/events.md"), "events", new EventList(classes).table());
    }

    private static void compare(Path file, String part, String drawn) throws IOException {
        var text = Files.readString(file);
        var between = Pattern.compile("(?s)(?<=<!-- " + part + " -->\n).*?(?=\n<!-- /" + part + " -->)");
        if (System.getProperty("docs.update") != null) {
            Files.writeString(file, between.matcher(text).replaceFirst(Matcher.quoteReplacement(drawn)));
            return;
        }

        assertThat(matches(between, text, MatchResult::group)).containsExactly(drawn);
    }

    @TestFactory
    Stream<DynamicTest> everyDecisionIsAPageAndNamesTestsThatExist() throws IOException {
        return decisions().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> checkDecision(file)));
    }

    @Test
    void decisionsAreNumberedWithoutGaps() throws IOException {
        var numbers = decisions().stream()
                .map(file -> Integer.parseInt(file.getFileName().toString().substring(0, 4)))
                .toList();

        assertThat(numbers)
                .isEqualTo(Stream.iterate(1, n -> n + 1).limit(numbers.size()).toList());
    }

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsSomewhere() throws IOException {
        return Stream.concat(
                        Stream.of(README, Path.of("src/docs/architecture.md"), Path.of("src/docs/events.md")),
                        decisions().stream())
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(), () -> assertThat(deadLinks(file)).isEmpty()));
    }

    private static void checkDecision(Path file) throws IOException {
        var text = Files.readString(file);
        var enforced = text.substring(text.indexOf("**Enforced by**"));
        var classes = matches(TEST_CLASS, enforced, match -> match.group(1));

        assertThat(text.lines().count()).isLessThan(ONE_PAGE);
        assertThat(text).contains("**Context.**", "**Choice.**", "**Rejected.**", "**What still hurts.**");
        assertThat(classes).isNotEmpty().allSatisfy(name -> assertThat(source(name))
                .exists());
    }

    private static List<String> deadLinks(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        return matches(LINK, Files.readString(file), match -> match.group(1)).stream()
                .filter(target -> Files.notExists(folder.resolve(target)))
                .toList();
    }

    private static List<String> matches(
            Pattern pattern, String text, java.util.function.Function<MatchResult, String> part) {
        return pattern.matcher(text).results().map(part).toList();
    }

    private static Path source(String className) {
        return Path.of("src/test/java", className.replace('.', '/') + ".java");
    }

    private static List<Path> decisions() throws IOException {
        try (var files = Files.list(DECISIONS)) {
            return files.sorted().toList();
        }
    }
}
