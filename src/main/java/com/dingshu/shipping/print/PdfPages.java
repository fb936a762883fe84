package com.dingshu.shipping.print;

import java.io.ByteArrayOutputStream;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfWriter;

/** A PDF of pages of one size. */
final class PdfPages {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Document document;
    private final PdfWriter writer;
    private final float height;

    /** @param title shown by the viewer's window */
    PdfPages(float width, float height, String title) {
        this.height = height;
        document = new Document(new Rectangle(width * Paper.POINTS_PER_MM, height * Paper.POINTS_PER_MM), 0, 0, 0, 0);
        writer = PdfWriter.getInstance(document, bytes);
        document.addTitle(title);
        document.open();
    }

    Paper next() {
        document.newPage();
        writer.setPageEmpty(false);
        return new Paper(writer.getDirectContent(), height);
    }

    byte[] finish() {
        document.close();
        return bytes.toByteArray();
    }
}
