package com.dingshu.channels;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;

/**
 * Writes workbooks as spreadsheets save them, down to the digits: a cell is a text, {@code {n: number, format: ...}},
 * {@code {v: what a formula came to, f: formula}}, {@code {e: error}} or empty; {@code merge} names merged ranges.
 */
final class Sheets {

    private Sheets() {}

    static byte[] workbook(List<JsonNode> sheets) {
        List<String> formats = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            StringBuilder names = new StringBuilder();
            StringBuilder relations = new StringBuilder();
            StringBuilder types = new StringBuilder();
            for (int i = 1; i <= sheets.size(); i++) {
                put(zip, "xl/worksheets/sheet" + i + ".xml", sheet(sheets.get(i - 1), formats));
                names.append("<sheet name=\"S%d\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(i, i, i));
                relations.append(relation(i, "worksheet", "worksheets/sheet" + i + ".xml"));
                types.append(type("/xl/worksheets/sheet" + i + ".xml", "worksheet"));
            }
            relations.append(relation(99, "styles", "styles.xml"));
            types.append(type("/xl/workbook.xml", "sheet.main")).append(type("/xl/styles.xml", "styles"));
            put(zip, "xl/styles.xml", styles(formats));
            put(zip, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
                    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>%s</sheets></workbook>""".formatted(names));
            put(zip, "xl/_rels/workbook.xml.rels", relations(relations.toString()));
            put(zip, "_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
            put(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Default Extension="xml" ContentType="application/xml"/>%s</Types>""".formatted(types));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml)
                .getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId%d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/>"
                .formatted(id, type, target);
    }

    private static String relations(String all) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + all
                + "</Relationships>";
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"%s\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>"
                .formatted(part, kind);
    }

    private static String styles(List<String> formats) {
        StringBuilder numFmts = new StringBuilder();
        StringBuilder xfs = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (int i = 0; i < formats.size(); i++) {
            numFmts.append("<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>".formatted(170 + i, escaped(formats.get(i))));
            xfs.append("<xf numFmtId=\"%d\" applyNumberFormat=\"1\"/>".formatted(170 + i));
        }
        return """
                <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="%d">%s</numFmts>\
                <cellXfs count="%d">%s</cellXfs></styleSheet>""".formatted(formats.size(), numFmts, formats.size() + 1, xfs);
    }

    private static String sheet(JsonNode sheet, List<String> formats) {
        StringBuilder rows = new StringBuilder();
        int number = 0;
        for (JsonNode row : sheet.path("rows")) {
            number++;
            rows.append("<row r=\"").append(number).append("\">");
            for (int column = 0; column < row.size(); column++) {
                rows.append(cell((char) ('A' + column) + "" + number, row.get(column), formats));
            }
            rows.append("</row>");
        }
        String merged = sheet.path("merge").values().stream()
                .map(range -> "<mergeCell ref=\"" + range.asString() + "\"/>")
                .collect(Collectors.joining());
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData>" + (merged.isEmpty() ? "" : "<mergeCells>" + merged + "</mergeCells>")
                + "</worksheet>";
    }

    private static String cell(String at, JsonNode cell, List<String> formats) {
        if (cell.isObject()) {
            String style = "";
            if (cell.has("format")) {
                formats.add(cell.path("format").asString());
                style = " s=\"" + formats.size() + "\"";
            }
            if (cell.has("n")) {
                return "<c r=\"%s\"%s><v>%s</v></c>"
                        .formatted(at, style, cell.path("n").asString());
            }
            if (cell.has("e")) {
                return "<c r=\"%s\" t=\"e\"><v>%s</v></c>"
                        .formatted(at, cell.path("e").asString());
            }
            String type = cell.path("v").isString() && cell.has("text") ? " t=\"str\"" : "";
            return "<c r=\"%s\"%s%s><f>%s</f><v>%s</v></c>"
                    .formatted(
                            at,
                            style,
                            type,
                            escaped(cell.path("f").asString()),
                            escaped(cell.path("v").asString()));
        }
        return cell.asString("").isEmpty()
                ? ""
                : "<c r=\"%s\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
                        .formatted(at, escaped(cell.asString()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
