package com.dingshu.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Prints each figure as soon as it is known and keeps all of them in {@code target/bench}. */
final class Report {

    private final PrintStream out;
    private final List<Row> rows = new ArrayList<>();

    Report(PrintStream out) {
        this.out = out;
    }

    void head(String text) {
        out.println();
        out.println(text);
    }

    void add(Row row) {
        rows.add(row);
        out.println("  " + row.line());
    }

    void note(String text) {
        out.println("  " + text);
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("report.json"), JsonMapper.builder().build().writeValueAsString(rows));
    }
}
