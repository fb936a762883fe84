package com.dingshu.channels.csv;

import com.dingshu.channels.csv.FileContent.Reason;
import com.dingshu.channels.csv.FileContent.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** XLSX: the first sheet of a workbook that holds a table. The archive is measured before it is opened. */
final class Workbook {

    private static final int MOST_ENTRIES = 1_000;
    private static final long MOST_UNPACKED = 300L * 1024 * 1024;
    private static final long MOST_RATIO = 200;
    /** A spreadsheet keeps 15 digits of a number; the rest it has made up. */
    private static final BigDecimal EXACT = new BigDecimal("1e15");

    private static final String NUMBER = "-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?";
    private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Workbook() {}

    static FileContent read(byte[] content, ToIntFunction<List<String>> known) {
        Optional<Unreadable> bomb = measured(content);
        if (bomb.isPresent()) {
            return bomb.get();
        }
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, false))) {
            return firstWithRows(workbook, known);
        } catch (IOException | RuntimeException e) {
            return new Unreadable(Reason.DAMAGED, e.getClass().getSimpleName());
        }
    }

    /** The first sheet that holds a table: a cover or an empty sheet may lie before it. */
    private static FileContent firstWithRows(ReadableWorkbook workbook, ToIntFunction<List<String>> known)
            throws IOException {
        FileContent first = new Unreadable(Reason.EMPTY, "");
        for (Sheet sheet : workbook.getSheets().toList()) {
            FileContent content = new Table(lines(sheet), known).read("XLSX");
            if (content instanceof FileContent.Rows) {
                return content;
            }
            first = sheet.getIndex() == 0 ? content : first;
        }
        return first;
    }

    private static List<Table.Line> lines(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.limit(OrderFiles.MOST_ROWS + Table.MOST_ABOVE + 1L)
                    .map(row -> new Table.Line(row.getRowNum(), cells(row)))
                    .toList();
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), OrderFiles.MOST_COLUMNS + 1); i++) {
            @Nullable Cell cell = row.getCell(i);
            cells.add(cell == null ? "" : text(cell));
        }
        return cells;
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

    private static String text(Cell cell) {
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        return switch (cell.getType()) {
            case NUMBER -> isDate(cell) ? date(cell) : number(cell.asNumber(), format(cell));
            // what a formula came to when the file was saved
            case FORMULA -> raw.matches(NUMBER) ? formula(cell, new BigDecimal(raw)) : formulaText(cell, raw);
            case ERROR -> raw;
            default -> cell.getText() == null ? "" : cell.getText();
        };
    }

    private static String formula(Cell cell, BigDecimal value) {
        return isDate(cell) ? DAY_ZERO.plusNanos(nanos(value)).format(TIME) : number(value, format(cell));
    }

    private static String formulaText(Cell cell, String raw) {
        return cell.getValue() instanceof String text ? text : raw;
    }

    private static String date(Cell cell) {
        return TIME.format(cell.asDate().plusNanos(500_000_000));
    }

    private static long nanos(BigDecimal days) {
        return days.multiply(BigDecimal.valueOf(86_400))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact()
                * 1_000_000_000L;
    }

    /**
     * A number as the spreadsheet shows it: fifteen digits, what is behind them comes from adding in binary. Larger ones stay
     * visibly rounded, so that nobody takes them for an order number.
     */
    private static String number(BigDecimal value, String format) {
        if (value.abs().compareTo(EXACT) >= 0) {
            return String.format(Locale.ROOT, "%.5E", value.round(new MathContext(6)));
        }
        String shown = value.round(new MathContext(15)).stripTrailingZeros().toPlainString();
        return format.matches("0{2,}") && shown.matches("\\d+")
                ? "0".repeat(Math.max(0, format.length() - shown.length())) + shown
                : shown;
    }

    private static String format(Cell cell) {
        @Nullable String format = cell.getDataFormatString();
        return format == null ? "" : format;
    }

    private static boolean isDate(Cell cell) {
        return format(cell).toLowerCase(Locale.ROOT).matches(".*(yy|m/d|d/m|mmm|h:mm|m月d日).*");
    }
}
