package com.dingshu.channels.csv;

import com.dingshu.channels.csv.FileContent.Reason;
import com.dingshu.channels.csv.FileContent.Unreadable;
import java.util.List;
import java.util.function.ToIntFunction;

/** Reads files of orders, whatever a back office or a spreadsheet made of them. */
public final class OrderFiles {

    /** The largest file. */
    public static final int LARGEST = 20 * 1024 * 1024;

    static final int MOST_ROWS = 100_000;
    static final int MOST_COLUMNS = 200;
    static final int LONGEST_CELL = 10_000;

    private OrderFiles() {}

    /**
     * Reads a file; what it is, is told by its content and not by its name.
     *
     * @param known how many of some headings are understood; where the headings stand and in which encoding is told by that
     */
    public static FileContent read(byte[] content, ToIntFunction<List<String>> known) {
        if (content.length == 0) {
            return new Unreadable(Reason.EMPTY, "");
        }
        if (content.length > LARGEST) {
            return new Unreadable(Reason.TOO_LARGE, content.length + " bytes");
        }
        return isZip(content) ? Workbook.read(content, known) : DelimitedText.read(content, known);
    }

    private static boolean isZip(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4;
    }
}
