package com.dingshu.shipping.print;

import com.dingshu.shipping.print.LabelSheet.Item;
import com.dingshu.shipping.print.LabelSheet.Party;
import com.dingshu.shipping.print.LabelSheet.Routing;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shipping labels of 76 × 130 mm, one page each, for thermal printers. */
public final class Labels {

    private static final float WIDTH = 76;
    private static final float HEIGHT = 130;
    private static final float LEFT = 2;
    private static final float RIGHT = WIDTH - 2;
    private static final float FOOTER = 123.4f;
    private static final float QR = 22;
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Labels() {}

    /**
     * All labels in one file, in the order given.
     *
     * @throws IllegalArgumentException when there is nothing to print or a waybill number cannot be a barcode
     */
    public static byte[] pdf(List<LabelSheet> sheets) {
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("No label to print");
        }
        PdfPages pages = new PdfPages(WIDTH, HEIGHT, "面单 " + sheets.getFirst().waybillNo());
        sheets.forEach(sheet -> draw(pages.next(), sheet));
        return pages.finish();
    }

    /** The waybill number in groups of four behind the carrier's letters, as people read it out. */
    static String grouped(String waybillNo) {
        int letters = 0;
        while (letters < waybillNo.length() && Character.isLetter(waybillNo.charAt(letters))) {
            letters++;
        }
        String digits = waybillNo.substring(letters).replaceAll("(.{4})(?=.)", "$1 ");
        return (waybillNo.substring(0, letters) + " " + digits).strip();
    }

    private static void draw(Paper paper, LabelSheet sheet) {
        header(paper, sheet);
        paper.code128(sheet.waybillNo(), LEFT + 4, 12.5f, RIGHT - LEFT - 8, 15);
        paper.textCentred(WIDTH / 2, 32.2f, PrintFace.BOLD, 11, grouped(sheet.waybillNo()));
        paper.rule(LEFT, RIGHT, 34.6f, Paper.RULE);
        float at = receiver(paper, sheet.receiver(), 34.6f);
        at = sender(paper, sheet.sender(), at);
        at = facts(paper, sheet, at);
        items(paper, sheet.items(), at);
        footer(paper, sheet);
    }

    private static void header(Paper paper, LabelSheet sheet) {
        paper.text(LEFT, 8, PrintFace.BOLD, 11, sheet.service());
        Routing routing = sheet.routing();
        if (routing != null) {
            float room = RIGHT - LEFT - 3 - PrintFace.BOLD.width(sheet.service(), 11);
            routing(paper, routing, room);
        }
        paper.rule(LEFT, RIGHT, 10.2f, Paper.RULE);
    }

    private static void routing(Paper paper, Routing routing, float room) {
        float big = 20;
        float small = 12;
        while (routingWidth(routing, big, small) > room && big > 9) {
            big -= 0.5f;
            small = Math.max(8, small - 0.5f);
        }
        float detail = PrintFace.BOLD.width(routing.detail(), small);
        paper.textRight(RIGHT - detail, 8, PrintFace.BOLD, big, routing.destination());
        paper.textRight(RIGHT, 8, PrintFace.BOLD, small, routing.detail());
    }

    private static float routingWidth(Routing routing, float big, float small) {
        return PrintFace.BOLD.width(routing.destination(), big) + PrintFace.BOLD.width(routing.detail(), small);
    }

    private static float receiver(Paper paper, Party receiver, float top) {
        paper.mark(LEFT + 3.4f, top + 4.6f, 6.4f, 9, "收");
        float x = LEFT + 8.4f;
        paper.text(x, top + 5.6f, PrintFace.BOLD, 11, receiver.name() + "　" + receiver.phone());
        TextLines address = TextLines.fit(receiver.address(), PrintFace.REGULAR, 10, 7, RIGHT - x, 3);
        float last = paper.lines(x, top + 10.6f, address.size() * 0.48f, address);
        float bottom = last + 2.4f;
        paper.rule(LEFT, RIGHT, bottom, Paper.RULE);
        return bottom;
    }

    private static float sender(Paper paper, Party sender, float top) {
        paper.mark(LEFT + 3.4f, top + 4.2f, 5.6f, 8, "寄");
        float x = LEFT + 8.4f;
        TextLines who = TextLines.fit(sender.name() + "　" + sender.phone(), PrintFace.REGULAR, 8, 6, RIGHT - x, 1);
        paper.lines(x, top + 4.2f, 4, who);
        TextLines address = TextLines.fit(sender.address(), PrintFace.REGULAR, 8, 6, RIGHT - x, 2);
        float bottom = paper.lines(x, top + 8.2f, 3.7f, address) + 2.2f;
        paper.rule(LEFT, RIGHT, bottom, Paper.RULE);
        return bottom;
    }

    private static float facts(Paper paper, LabelSheet sheet, float top) {
        float at = top + 5.4f;
        at = fact(paper, at, "订单", sheet.orderNumber());
        at = fact(paper, at, "包裹", sheet.parcel() + " / " + sheet.parcels());
        at = sheet.pickList() == null ? at : fact(paper, at, "拣货单", sheet.pickList());
        fact(paper, at, "重量", weight(sheet.weightGrams()));
        if (sheet.statusUrl() != null) {
            paper.qr(sheet.statusUrl(), RIGHT - QR, top + 1.4f, QR);
        }
        float bottom = top + QR + 2.8f;
        paper.rule(LEFT, RIGHT, bottom, Paper.RULE);
        return bottom;
    }

    private static float fact(Paper paper, float y, String name, String value) {
        paper.text(LEFT, y, PrintFace.REGULAR, 8, name);
        float room = RIGHT - QR - 2 - (LEFT + 14);
        paper.lines(LEFT + 14, y, 4, TextLines.fit(value, PrintFace.BOLD, 9, 6, room, 1));
        return y + 4.8f;
    }

    private static String weight(long grams) {
        return grams == 0 ? "–" : String.format(Locale.ROOT, "%.2f kg", grams / 1000.0);
    }

    private static void items(Paper paper, List<Item> items, float top) {
        String all =
                items.stream().map(item -> item.code() + " ×" + item.quantity()).collect(Collectors.joining("　"));
        float lineHeight = 4.2f;
        int most = Math.max(1, (int) ((FOOTER - top - 2.4f) / lineHeight));
        paper.lines(LEFT, top + 4.6f, lineHeight, TextLines.fit(all, PrintFace.BOLD, 8.5f, 6, RIGHT - LEFT, most));
    }

    private static void footer(Paper paper, LabelSheet sheet) {
        paper.rule(LEFT, RIGHT, FOOTER, Paper.RULE);
        if (sheet.statusUrl() != null) {
            paper.text(LEFT, 127.4f, PrintFace.REGULAR, 7.5f, "扫码查物流");
        }
        if (sheet.print() > 1) {
            paper.textCentred(WIDTH / 2, 127.4f, PrintFace.BOLD, 7.5f, "第 " + sheet.print() + " 次打印");
        }
        paper.textRight(RIGHT, 127.4f, PrintFace.REGULAR, 7.5f, PRINTED.format(sheet.printedAt()));
    }
}
