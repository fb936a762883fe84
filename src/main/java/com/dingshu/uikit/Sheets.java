package com.dingshu.uikit;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Tables as files, written row by row and never held in memory. Text that a spreadsheet would take for a formula stands
 * behind an apostrophe; numbers and times are what they are.
 */
public final class Sheets {

    private static final String FORMULA_BEGINS = "=+-@\t\r\n＝＋－＠";
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Sheets() {}

    /** A file being written; closing it ends the file, not the stream behind it. */
    public interface Table extends Closeable {

        /** A row of texts, numbers and {@link LocalDateTime}s; null leaves a cell empty. */
        void row(List<? extends @Nullable Object> cells) throws IOException;
    }

    /** Comma separated, UTF-8 with the byte order mark that spreadsheets need to believe it. */
    public static Table csv(OutputStream out, List<String> headings) throws IOException {
        var table = new Csv(out);
        table.row(headings);
        return table;
    }

    /** A workbook; continues on another sheet where one is full. */
    public static Table xlsx(OutputStream out, String name, List<String> headings) throws IOException {
        return new Xlsx(out, name, headings);
    }

    /** The text so that no spreadsheet computes it. */
    public static String plain(String text) {
        String printable = UNPRINTABLE.matcher(text).replaceAll("");
        boolean formula = !printable.isEmpty() && FORMULA_BEGINS.indexOf(printable.charAt(0)) >= 0;
        return formula ? "'" + printable : printable;
    }

    private static final class Csv implements Table {

        private final CSVPrinter printer;

        Csv(OutputStream out) throws IOException {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write('\uFEFF');
            printer = new CSVPrinter(writer, CSVFormat.EXCEL);
        }

        @Override
        public void row(List<? extends @Nullable Object> cells) throws IOException {
            for (Object cell : cells) {
                printer.print(text(cell));
            }
            printer.println();
        }

        private static String text(@Nullable Object cell) {
            return switch (cell) {
                case null -> "";
                case BigDecimal number -> number.toPlainString();
                case Number number -> number.toString();
                case LocalDateTime time -> TIME.format(time);
                default -> plain(cell.toString());
            };
        }

        @Override
        public void close() throws IOException {
            printer.flush();
        }
    }

    private static final class Xlsx implements Table {

        private static final int ROWS_A_SHEET = 1_000_000;
        private static final int KEPT = 500;

        private final Workbook workbook;
        private final String name;
        private final List<String> headings;
        private Worksheet sheet;
        private int sheets;
        private int row;

        Xlsx(OutputStream out, String name, List<String> headings) throws IOException {
            this.workbook = new Workbook(out, "Dingshu", "1.0");
            this.name = name;
            this.headings = headings;
            this.sheet = next();
        }

        private Worksheet next() {
            sheets++;
            Worksheet fresh = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
            fresh.freezePane(1, 1);
            for (int column = 0; column < headings.size(); column++) {
                fresh.width(column, 18);
                fresh.inlineString(0, column, plain(headings.get(column)));
                fresh.style(0, column).bold().set();
            }
            row = 1;
            return fresh;
        }

        @Override
        public void row(List<? extends @Nullable Object> cells) throws IOException {
            if (row == ROWS_A_SHEET) {
                sheet.finish();
                sheet = next();
            }
            for (int column = 0; column < cells.size(); column++) {
                write(column, cells.get(column));
            }
            row++;
            if (row % KEPT == 0) {
                sheet.flush();
            }
        }

        private void write(int column, @Nullable Object cell) {
            switch (cell) {
                case null -> {}
                case BigDecimal number -> {
                    sheet.value(row, column, number);
                    sheet.style(row, column).format("#,##0.00").set();
                }
                case Number number -> sheet.value(row, column, number);
                case LocalDateTime time -> {
                    sheet.value(row, column, time);
                    sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
                }
                default -> sheet.inlineString(row, column, plain(cell.toString()));
            }
        }

        @Override
        public void close() throws IOException {
            workbook.finish();
        }
    }
}
