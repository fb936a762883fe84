package com.dingshu.shipping.print;

import com.dingshu.shipping.print.PickListSheet.Row;
import com.dingshu.shipping.print.PickListSheet.Slot;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Pick lists on A4: big bins and quantities, read at arm's length while walking. */
public final class PickLists {

    private static final float WIDTH = 210;
    private static final float HEIGHT = 297;
    private static final float LEFT = 12;
    private static final float RIGHT = WIDTH - LEFT;
    private static final float TABLE_TOP = 43;
    private static final float TABLE_BOTTOM = 276;
    private static final float NAME = LEFT + 32;
    private static final float NAME_WIDTH = 40;
    private static final float CODE = LEFT + 74;
    private static final float CODE_WIDTH = 28;
    private static final float QUANTITY_RIGHT = LEFT + 111;
    private static final float SLOTS = LEFT + 115;
    private static final float SLOTS_RIGHT = RIGHT - 12;
    private static final float CHECK = RIGHT - 5;
    private static final float SLOT_HEIGHT = 7;
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private PickLists() {}

    /**
     * The list on as many pages as it needs, head and page number on each.
     *
     * @throws IllegalArgumentException when there is nothing to fetch
     */
    public static byte[] pdf(PickListSheet sheet) {
        if (sheet.rows().isEmpty()) {
            throw new IllegalArgumentException("Nothing to pick");
        }
        PdfPages pages = new PdfPages(WIDTH, HEIGHT, "拣货单 " + sheet.number());
        List<List<PlacedRow>> placed = paginate(sheet.rows());
        for (int page = 0; page < placed.size(); page++) {
            Paper paper = pages.next();
            header(paper, sheet);
            table(paper, placed.get(page));
            footer(paper, sheet, page + 1, placed.size());
        }
        return pages.finish();
    }

    private static List<List<PlacedRow>> paginate(List<Row> rows) {
        List<List<PlacedRow>> pages = new ArrayList<>();
        List<PlacedRow> page = new ArrayList<>();
        float at = TABLE_TOP;
        for (Row row : rows) {
            PlacedRow placed = PlacedRow.of(row);
            if (at + placed.height() > TABLE_BOTTOM && !page.isEmpty()) {
                pages.add(page);
                page = new ArrayList<>();
                at = TABLE_TOP;
            }
            page.add(placed);
            at += placed.height();
        }
        pages.add(page);
        return pages;
    }

    private static void header(Paper paper, PickListSheet sheet) {
        paper.text(LEFT, 19, PrintFace.BOLD, 20, "拣货单 " + sheet.number());
        paper.lines(LEFT, 25.5f, 5, TextLines.fit(sheet.subtitle(), PrintFace.REGULAR, 10, 8, 82, 1));
        float right = RIGHT - 52;
        right = sum(paper, right, sheet.rows().size(), "位");
        right = sum(paper, right, sheet.pieces(), "件");
        sum(paper, right, sheet.orders(), "单");
        paper.code128(sheet.number(), RIGHT - 44, 12, 44, 11);
        paper.textCentred(RIGHT - 22, 26.8f, PrintFace.REGULAR, 9, sheet.number());
        paper.rule(LEFT, RIGHT, 31, 0.6f);
        headings(paper);
    }

    private static void headings(Paper paper) {
        paper.text(LEFT + 2, 38, PrintFace.BOLD, 8.5f, "库位");
        paper.text(NAME, 38, PrintFace.BOLD, 8.5f, "商品");
        paper.text(CODE, 38, PrintFace.BOLD, 8.5f, "编码 · 条码");
        paper.textRight(QUANTITY_RIGHT, 38, PrintFace.BOLD, 8.5f, "件");
        paper.text(SLOTS, 38, PrintFace.BOLD, 8.5f, "放入格口 × 件");
        paper.textCentred(CHECK, 38, PrintFace.BOLD, 8.5f, "拣到");
        paper.rule(LEFT, RIGHT, TABLE_TOP - 2, Paper.RULE);
    }

    private static float sum(Paper paper, float right, int value, String unit) {
        paper.textRight(right, 20.5f, PrintFace.REGULAR, 10, unit);
        float before = right - PrintFace.REGULAR.width(unit, 10) - 1;
        String figure = Integer.toString(value);
        paper.textRight(before, 20.5f, PrintFace.BOLD, 20, figure);
        return before - PrintFace.BOLD.width(figure, 20) - 4;
    }

    private static void table(Paper paper, List<PlacedRow> rows) {
        float top = TABLE_TOP - 2;
        String zone = null;
        for (PlacedRow placed : rows) {
            Row row = placed.row();
            if (zone != null && !zone.equals(row.zone())) {
                paper.rule(LEFT, RIGHT, top, 0.8f);
            }
            draw(paper, placed, top);
            top += placed.height();
            paper.hairline(LEFT, RIGHT, top);
            zone = row.zone();
        }
    }

    private static void draw(Paper paper, PlacedRow placed, float top) {
        Row row = placed.row();
        float middle = top + placed.height() / 2;
        TextLines bin = TextLines.fit(bin(row.bin()), PrintFace.BOLD, 15, 8, NAME - LEFT - 4, 1);
        paper.lines(LEFT + 2, middle + 1.9f, 5, bin);
        drawName(paper, placed, middle);
        drawCodes(paper, row, middle);
        paper.textRight(QUANTITY_RIGHT, middle + 2.3f, PrintFace.BOLD, 18, Integer.toString(row.quantity()));
        drawSlots(paper, row.slots(), middle - placed.slotLines() * SLOT_HEIGHT / 2);
        paper.frame(CHECK - 3, middle - 3, 6, 6, 1, 0.4f);
    }

    private static String bin(@Nullable String bin) {
        return bin == null || bin.isBlank() ? "–" : bin;
    }

    private static void drawName(Paper paper, PlacedRow placed, float middle) {
        int lines = placed.name().lines().size() + placed.spec().lines().size();
        float first = middle - lines * 4.6f / 2 + 3.5f;
        float next = paper.lines(NAME, first, 4.6f, placed.name()) + 4.6f;
        paper.lines(NAME, next, 4.6f, placed.spec());
    }

    private static void drawCodes(Paper paper, Row row, float middle) {
        TextLines code = TextLines.fit(row.code(), PrintFace.REGULAR, 8.5f, 6, CODE_WIDTH, 1);
        String barcode = row.barcode();
        if (barcode == null) {
            paper.lines(CODE, middle + 1.2f, 4, code);
            return;
        }
        paper.lines(CODE, middle - 1.1f, 4, code);
        int tail = Math.max(0, barcode.length() - 6);
        String head = barcode.substring(0, tail);
        paper.text(CODE, middle + 3.7f, PrintFace.REGULAR, 8.5f, head);
        float x = CODE + PrintFace.REGULAR.width(head, 8.5f);
        paper.text(x, middle + 3.7f, PrintFace.BOLD, 8.5f, barcode.substring(tail));
    }

    private static void drawSlots(Paper paper, List<Slot> slots, float top) {
        float x = SLOTS;
        float y = top;
        for (Slot slot : slots) {
            float width = slotWidth(slot);
            if (x > SLOTS && x + width > SLOTS_RIGHT) {
                x = SLOTS;
                y += SLOT_HEIGHT;
            }
            drawSlot(paper, slot, x, y);
            x += width;
        }
    }

    private static void drawSlot(Paper paper, Slot slot, float x, float y) {
        float box = boxWidth(slot);
        paper.frame(x, y + 0.8f, box, 5.4f, 1, 0.3f);
        paper.textCentred(x + box / 2, y + 4.9f, PrintFace.BOLD, 11, slot.label());
        paper.text(x + box + 0.8f, y + 4.8f, PrintFace.REGULAR, 10, "×" + slot.quantity());
    }

    private static float boxWidth(Slot slot) {
        return Math.max(7, PrintFace.BOLD.width(slot.label(), 11) + 2);
    }

    private static float slotWidth(Slot slot) {
        return boxWidth(slot) + 0.8f + PrintFace.REGULAR.width("×" + slot.quantity(), 10) + 3;
    }

    private static void footer(Paper paper, PickListSheet sheet, int page, int pages) {
        paper.rule(LEFT, RIGHT, 280, Paper.RULE);
        String picker = sheet.picker() == null ? "____________" : sheet.picker();
        paper.text(LEFT, 285, PrintFace.REGULAR, 8.5f, "拣货人 " + picker + "　　开始 ____ : ____　　完成 ____ : ____");
        paper.textCentred(WIDTH / 2 + 10, 285, PrintFace.REGULAR, 8.5f, "缺货告诉仓库主管，不要手改数量");
        paper.textRight(
                RIGHT,
                285,
                PrintFace.REGULAR,
                8.5f,
                "打印 " + PRINTED.format(sheet.printedAt()) + " · 第 " + page + " / " + pages + " 页");
    }

    /** A row with its texts broken and its height known, in millimetres. */
    private record PlacedRow(Row row, TextLines name, TextLines spec, int slotLines, float height) {

        static PlacedRow of(Row row) {
            TextLines name = TextLines.fit(row.name(), PrintFace.REGULAR, 10, 8, NAME_WIDTH, 3);
            TextLines spec =
                    TextLines.fit(row.spec() == null ? "" : row.spec(), PrintFace.REGULAR, 8.5f, 7, NAME_WIDTH, 2);
            int slotLines = slotLines(row.slots());
            float text = (name.lines().size() + spec.lines().size()) * 4.6f + 4;
            float height = Math.max(14.4f, Math.max(text, slotLines * SLOT_HEIGHT + 3));
            return new PlacedRow(row, name, spec, slotLines, height);
        }

        private static int slotLines(List<Slot> slots) {
            int lines = 1;
            float x = SLOTS;
            for (Slot slot : slots) {
                float width = slotWidth(slot);
                if (x > SLOTS && x + width > SLOTS_RIGHT) {
                    x = SLOTS;
                    lines++;
                }
                x += width;
            }
            return lines;
        }
    }
}
