package com.dingshu.channels.ui;

/** Writes cells that a spreadsheet opens as they are: quoted where needed, never run as a formula. */
final class Csv {

    static final String BOM = "\uFEFF";

    private Csv() {}

    static String cell(String text) {
        String safe = isFormula(text) ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /** Numbers with a sign, and the wrapper that keeps digits as text, are none. */
    private static boolean isFormula(String text) {
        return !text.isEmpty()
                && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                && !text.matches("[+-][\\d .,-]+")
                && !text.matches("=\"[^\"]*\"");
    }
}
