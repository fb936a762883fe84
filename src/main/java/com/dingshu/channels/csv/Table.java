package com.dingshu.channels.csv;

import com.dingshu.channels.csv.FileContent.Reason;
import com.dingshu.channels.csv.FileContent.Row;
import com.dingshu.channels.csv.FileContent.Rows;
import com.dingshu.channels.csv.FileContent.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * Lines of cells as a table. Its headings are those of the first lines that the mapping knows best: a title, a hint or a
 * line of groups may stand above them.
 */
final class Table {

    static final int MOST_ABOVE = 10;
    /** Marks of a form: {@code *订单编号}, {@code 手机（必填）}, {@code 运费(元)}. */
    private static final Pattern MARKS =
            Pattern.compile("^[*＊\\s]+|[*＊\\s]+$|\\s*[(（](必填|选填|可选|元|件|个|required|optional)[)）]");

    private final List<Line> lines;
    private final ToIntFunction<List<String>> known;

    /**
     * @param known how many of some headings the mapping reads
     */
    Table(List<Line> lines, ToIntFunction<List<String>> known) {
        this.lines = lines;
        this.known = known;
    }

    /**
     * A line of a file.
     *
     * @param number as a spreadsheet counts
     */
    record Line(int number, List<String> cells) {

        List<String> headings() {
            return cells.stream()
                    .map(cell -> MARKS.matcher(cell.strip()).replaceAll("").strip())
                    .toList();
        }

        long named() {
            return headings().stream().filter(h -> !h.isEmpty()).distinct().count();
        }
    }

    FileContent read(String encoding) {
        int at = headings();
        if (at < 0 || lines.get(at).cells().size() > OrderFiles.MOST_COLUMNS) {
            return new Unreadable(Reason.NO_HEADINGS, "");
        }
        if (lines.size() - at - 1 > OrderFiles.MOST_ROWS) {
            return new Unreadable(Reason.TOO_MANY_ROWS, Integer.toString(OrderFiles.MOST_ROWS));
        }
        List<String> headings = lines.get(at).headings();
        List<Row> rows = new ArrayList<>();
        for (Line line : lines.subList(at + 1, lines.size())) {
            Map<String, Object> cells = cells(headings, line);
            if (!cells.isEmpty()) {
                rows.add(new Row(line.number(), cells));
            }
        }
        List<String> named =
                headings.stream().filter(h -> !h.isEmpty()).distinct().toList();
        return rows.isEmpty() ? new Unreadable(Reason.EMPTY, "") : new Rows(encoding, named, rows);
    }

    /** How many of its headings the mapping reads. */
    int understood() {
        int at = headings();
        return at < 0 ? 0 : known.applyAsInt(lines.get(at).headings());
    }

    private int headings() {
        int best = -1;
        int most = 1;
        for (int i = 0; i < Math.min(MOST_ABOVE, lines.size()); i++) {
            int count =
                    lines.get(i).named() < 2 ? 0 : known.applyAsInt(lines.get(i).headings());
            if (count > most) {
                best = i;
                most = count;
            }
        }
        return best >= 0 ? best : firstWithNames();
    }

    private int firstWithNames() {
        for (int i = 0; i < Math.min(MOST_ABOVE, lines.size()); i++) {
            if (lines.get(i).named() >= 2) {
                return i;
            }
        }
        return -1;
    }

    private static Map<String, Object> cells(List<String> headings, Line line) {
        Map<String, Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(headings.size(), line.cells().size()); i++) {
            String cell = line.cells().get(i);
            if (!headings.get(i).isEmpty() && !cell.isBlank()) {
                cells.putIfAbsent(
                        headings.get(i),
                        cell.length() > OrderFiles.LONGEST_CELL ? cell.substring(0, OrderFiles.LONGEST_CELL) : cell);
            }
        }
        return cells;
    }
}
