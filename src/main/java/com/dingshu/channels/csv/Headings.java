package com.dingshu.channels.csv;

import com.dingshu.channels.csv.FileContent.Reason;
import com.dingshu.channels.csv.FileContent.Row;
import com.dingshu.channels.csv.FileContent.Rows;
import com.dingshu.channels.csv.FileContent.Unreadable;
import java.util.List;

/** What every kind of file must have. */
final class Headings {

    private Headings() {}

    static FileContent checked(String encoding, List<String> headings, List<Row> rows) {
        List<String> named =
                headings.stream().filter(h -> !h.isEmpty()).distinct().toList();
        if (named.size() < 2 || headings.size() > OrderFiles.MOST_COLUMNS) {
            return new Unreadable(Reason.NO_HEADINGS, named.size() + "");
        }
        return rows.isEmpty() ? new Unreadable(Reason.EMPTY, "") : new Rows(encoding, named, rows);
    }
}
