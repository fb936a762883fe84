package com.dingshu.channels.csv;

import java.util.List;
import java.util.Map;

/** A file as rows of named cells, or why it cannot be read. */
public sealed interface FileContent {

    /**
     * Read.
     *
     * @param encoding the text encoding, {@code XLSX} for a workbook
     * @param headings as written, without empty ones
     * @param rows in the order of the file
     */
    record Rows(String encoding, List<String> headings, List<Row> rows) implements FileContent {}

    /** Not readable. */
    record Unreadable(Reason reason, String detail) implements FileContent {}

    /**
     * One row.
     *
     * @param number as a spreadsheet counts, the headings being row 1
     * @param cells by heading; blank ones are missing
     */
    record Row(int number, Map<String, Object> cells) {}

    /** Why a file is refused as a whole. */
    enum Reason {
        EMPTY,
        TOO_LARGE,
        TOO_MANY_ROWS,
        NOT_TEXT,
        NO_HEADINGS,
        DAMAGED
    }
}
