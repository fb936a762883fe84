package com.dingshu.channels.csv;

import com.dingshu.channels.csv.FileContent.Reason;
import com.dingshu.channels.csv.FileContent.Row;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    static FileContent read(byte[] content) {
        Optional<Decoded> decoded = decode(content);
        if (decoded.isEmpty()) {
            return new Unreadable(Reason.NOT_TEXT, "");
        }
        String text = decoded.get().text();
        if (text.isBlank()) {
            return new Unreadable(Reason.EMPTY, "");
        }
        return parse(text, decoded.get().encoding());
    }

    /** A mark at the beginning decides; then strict UTF-8, which no other encoding is by chance; then what it looks like. */
    private static Optional<Decoded> decode(byte[] content) {
        if (startsWith(content, 0xFF, 0xFE)) {
            return strict(content, StandardCharsets.UTF_16LE, "UTF-16LE");
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return strict(content, StandardCharsets.UTF_16BE, "UTF-16BE");
        }
        String utf8 = startsWith(content, 0xEF, 0xBB, 0xBF) ? "UTF-8 BOM" : "UTF-8";
        return strict(content, StandardCharsets.UTF_8, utf8).or(() -> guessed(content));
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
        Charset likely = name == null || !Charset.isSupported(name) || name.startsWith("WINDOWS")
                ? GB18030
                : Charset.forName(name);
        return strict(content, likely, likely.name()).or(() -> strict(content, GB18030, GB18030.name()));
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

    private static FileContent parse(String text, String encoding) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .setLenientEof(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return rows(parser, encoding);
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return new Unreadable(
                    Reason.DAMAGED,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** The one the headings are parted by. */
    private static char delimiter(String text) {
        String headings = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {'\t', ';', '|'}) {
            if (count(headings, candidate) > count(headings, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char what) {
        return text.chars().filter(c -> c == what).count();
    }

    private static FileContent rows(CSVParser parser, String encoding) {
        @Nullable List<String> headings = null;
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (CSVRecord line : parser) {
            number++;
            if (headings == null) {
                headings = line.stream().map(String::strip).toList();
                continue;
            }
            if (rows.size() >= OrderFiles.MOST_ROWS) {
                return new Unreadable(Reason.TOO_MANY_ROWS, Integer.toString(OrderFiles.MOST_ROWS));
            }
            Map<String, Object> cells = cells(headings, line);
            if (!cells.isEmpty()) {
                rows.add(new Row(number, cells));
            }
        }
        return Headings.checked(encoding, headings == null ? List.of() : headings, rows);
    }

    private static Map<String, Object> cells(List<String> headings, CSVRecord line) {
        Map<String, Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(headings.size(), line.size()); i++) {
            String cell = line.get(i);
            if (!headings.get(i).isEmpty() && !cell.isBlank()) {
                cells.putIfAbsent(
                        headings.get(i),
                        cell.length() > OrderFiles.LONGEST_CELL ? cell.substring(0, OrderFiles.LONGEST_CELL) : cell);
            }
        }
        return cells;
    }
}
