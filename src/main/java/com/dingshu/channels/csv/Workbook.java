package com.dingshu.channels.csv;

import com.dingshu.channels.csv.FileContent.Reason;
import com.dingshu.channels.csv.FileContent.Row;
import com.dingshu.channels.csv.FileContent.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;

/** XLSX: the first sheet of a workbook. The archive is measured before it is opened. */
final class Workbook {

    private static final int MOST_ENTRIES = 1_000;
    private static final long MOST_UNPACKED = 300L * 1024 * 1024;
    private static final long MOST_RATIO = 200;
    /** A spreadsheet keeps 15 digits of a number; the rest it has made up. */
    private static final BigDecimal EXACT = new BigDecimal("1e15");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Workbook() {}

    static FileContent read(byte[] content) {
        Optional<Unreadable> bomb = measured(content);
        if (bomb.isPresent()) {
            return bomb.get();
        }
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, false));
                Stream<org.dhatim.fastexcel.reader.Row> rows =
                        workbook.getFirstSheet().openStream()) {
            return rows(rows.iterator());
        } catch (IOException | RuntimeException e) {
            return new Unreadable(Reason.DAMAGED, e.getClass().getSimpleName());
        }
    }

    private static Optional<Unreadable> measured(byte[] content) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            return tooMuch(zip, content.length)
                    ? Optional.of(new Unreadable(Reason.TOO_LARGE, "unpacked"))
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of(new Unreadable(Reason.DAMAGED, "zip"));
        }
    }

    /** Unpacks it once for measuring: what an archive says of itself is not to be believed. */
    private static boolean tooMuch(ZipFile zip, long size) throws IOException {
        long unpacked = 0;
        int entries = 0;
        byte[] buffer = new byte[16_384];
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            entries++;
            try (InputStream in = zip.getInputStream(entry)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    unpacked += read;
                    if (entries > MOST_ENTRIES || unpacked > MOST_UNPACKED || unpacked > size * MOST_RATIO) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static FileContent rows(Iterator<org.dhatim.fastexcel.reader.Row> sheet) {
        List<String> headings = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        while (sheet.hasNext()) {
            org.dhatim.fastexcel.reader.Row line = sheet.next();
            if (headings.isEmpty()) {
                line.forEach(cell -> headings.add(cell == null ? "" : text(cell).strip()));
                continue;
            }
            if (rows.size() >= OrderFiles.MOST_ROWS) {
                return new Unreadable(Reason.TOO_MANY_ROWS, Integer.toString(OrderFiles.MOST_ROWS));
            }
            Map<String, Object> cells = cells(headings, line);
            if (!cells.isEmpty()) {
                rows.add(new Row(line.getRowNum(), cells));
            }
        }
        return Headings.checked("XLSX", headings, rows);
    }

    private static Map<String, Object> cells(List<String> headings, org.dhatim.fastexcel.reader.Row line) {
        Map<String, Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(headings.size(), line.getCellCount()); i++) {
            @Nullable Cell cell = line.getCell(i);
            String text = cell == null ? "" : text(cell);
            if (!headings.get(i).isEmpty() && !text.isBlank()) {
                cells.putIfAbsent(
                        headings.get(i),
                        text.length() > OrderFiles.LONGEST_CELL ? text.substring(0, OrderFiles.LONGEST_CELL) : text);
            }
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return isDate(cell) ? TIME.format(cell.asDate()) : number(cell.asNumber());
        }
        return cell.getText() == null ? "" : cell.getText();
    }

    /** Numbers beyond the digits that are kept stay visibly rounded, so that nobody takes them for an order number. */
    private static String number(BigDecimal value) {
        return value.abs().compareTo(EXACT) >= 0
                ? String.format(Locale.ROOT, "%.5E", value.round(new MathContext(6)))
                : value.stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(Cell cell) {
        @Nullable String format = cell.getDataFormatString();
        return format != null && format.toLowerCase(Locale.ROOT).matches(".*(yy|m/d|d/m|mmm|h:mm).*");
    }
}
