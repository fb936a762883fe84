package com.dingshu.channels.ui;

/** Writes cells that a spreadsheet opens as they are: quoted where needed, never run as a formula. */
final class Csv {

    static final String BOM = "\uFEFF";

    private Csv() {}

    static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
