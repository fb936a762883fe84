package com.dingshu.channels.csv;

import com.dingshu.channels.csv.FileContent.Reason;
import com.dingshu.channels.csv.FileContent.Unreadable;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** CSV: finds out encoding and delimiter by the content. */
final class DelimitedText {

    private static final char BOM = '\uFEFF';
    private static final Charset GB18030 = Charset.forName("GB18030");

    private DelimitedText() {}

    private record Decoded(String text, String encoding) {}

    static FileContent read(byte[] content, ToIntFunction<List<String>> known) {
        FileContent first = new Unreadable(Reason.NOT_TEXT, "");
        for (Decoded decoded : decode(content)) {
            if (decoded.text().isBlank()) {
                return new Unreadable(Reason.EMPTY, "");
            }
            Parsed parsed = parse(decoded, known);
            if (parsed.understood() > 1) {
                return parsed.content();
            }
            first = first instanceof Unreadable(Reason reason, String detail) && reason == Reason.NOT_TEXT
                    ? parsed.content()
                    : first;
        }
        return first;
    }

    /** A reading in one encoding. */
    private record Parsed(FileContent content, int understood) {}

    /**
     * A mark at the beginning decides; then strict UTF-8, which no other encoding is by chance; then, as only the words can
     * tell, the usual one of this country before what the bytes look like.
     */
    private static List<Decoded> decode(byte[] content) {
        if (startsWith(content, 0xFF, 0xFE)) {
            return strict(content, StandardCharsets.UTF_16LE, "UTF-16LE").stream()
                    .toList();
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return strict(content, StandardCharsets.UTF_16BE, "UTF-16BE").stream()
                    .toList();
        }
        String utf8 = startsWith(content, 0xEF, 0xBB, 0xBF) ? "UTF-8 BOM" : "UTF-8";
        Optional<Decoded> plain = strict(content, StandardCharsets.UTF_8, utf8);
        return plain.isPresent()
                ? List.of(plain.get())
                : Stream.of(strict(content, GB18030, GB18030.name()), guessed(content))
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static boolean startsWith(byte[] content, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (content.length <= i || (content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Decoded> guessed(byte[] content) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(content, 0, content.length);
        detector.dataEnd();
        @Nullable String name = detector.getDetectedCharset();
        return name == null || !Charset.isSupported(name)
                ? Optional.empty()
                : strict(content, Charset.forName(name), name);
    }

    private static Optional<Decoded> strict(byte[] content, Charset charset, String name) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            String plain = text.isEmpty() || text.charAt(0) != BOM ? text : text.substring(1);
            // bytes that are no text decode in some encodings, but not without a NUL
            return plain.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(new Decoded(plain, name));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Parsed parse(Decoded decoded, ToIntFunction<List<String>> known) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(decoded.text()))
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(decoded.text()), format)) {
            Table table = new Table(lines(parser), known);
            return new Parsed(table.read(decoded.encoding()), table.understood());
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return new Parsed(new Unreadable(Reason.DAMAGED, why), 0);
        }
    }

    private static List<Table.Line> lines(CSVParser parser) {
        List<Table.Line> lines = new ArrayList<>();
        for (CSVRecord line : parser) {
            lines.add(new Table.Line(lines.size() + 1, line.toList()));
            if (lines.size() > OrderFiles.MOST_ROWS + Table.MOST_ABOVE) {
                break;
            }
        }
        return lines;
    }

    /** The one that parts one of the first lines most often: that is the one of the headings. */
    private static char delimiter(String text) {
        List<String> first = text.lines().limit(Table.MOST_ABOVE).toList();
        char best = ',';
        for (char candidate : new char[] {'\t', ';', '|'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(List<String> lines, char what) {
        return lines.stream()
                .mapToLong(line -> line.chars().filter(c -> c == what).count())
                .max()
                .orElse(0);
    }
}
