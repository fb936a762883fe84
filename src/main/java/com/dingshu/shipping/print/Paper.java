package com.dingshu.shipping.print;

import com.google.zxing.WriterException;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import org.openpdf.text.pdf.PdfContentByte;

/**
 * One page to draw on: millimetres from the upper left corner, black on white, codes as vectors so that a thermal head
 * of any resolution prints sharp edges.
 */
final class Paper {

    static final float POINTS_PER_MM = 72f / 25.4f;
    static final float RULE = 0.3f;

    private final PdfContentByte canvas;
    private final float height;

    Paper(PdfContentByte canvas, float height) {
        this.canvas = canvas;
        this.height = height;
    }

    /** Writes with the baseline at {@code y}. */
    void text(float x, float y, PrintFace face, float size, String text) {
        String clean = face.printable(text);
        canvas.beginText();
        canvas.setFontAndSize(face.font(), size);
        canvas.setTextMatrix(points(x), fromTop(y));
        canvas.showText(clean);
        canvas.endText();
    }

    void textRight(float right, float y, PrintFace face, float size, String text) {
        text(right - face.width(face.printable(text), size), y, face, size, text);
    }

    void textCentred(float centre, float y, PrintFace face, float size, String text) {
        text(centre - face.width(face.printable(text), size) / 2, y, face, size, text);
    }

    /** Writes the lines one below the other and answers the baseline of the last. */
    float lines(float x, float y, float lineHeight, TextLines lines) {
        float at = y;
        for (String line : lines.lines()) {
            text(x, at, lines.face(), lines.size(), line);
            at += lineHeight;
        }
        return at - lineHeight;
    }

    void rule(float left, float right, float y, float thickness) {
        rectangle(left, y - thickness / 2, right - left, thickness);
    }

    /** A thin grey line between rows, lighter than any rule. */
    void hairline(float left, float right, float y) {
        canvas.setGrayFill(0.53f);
        rule(left, right, y, 0.2f);
        canvas.setGrayFill(0);
    }

    void rectangle(float x, float y, float width, float boxHeight) {
        canvas.rectangle(points(x), fromTop(y + boxHeight), points(width), points(boxHeight));
        canvas.fill();
    }

    void frame(float x, float y, float width, float boxHeight, float corner, float thickness) {
        canvas.setLineWidth(points(thickness));
        canvas.roundRectangle(points(x), fromTop(y + boxHeight), points(width), points(boxHeight), points(corner));
        canvas.stroke();
    }

    /** A letter in a circle, the mark before an address. */
    void mark(float centreX, float centreY, float diameter, float size, String letter) {
        canvas.setLineWidth(points(0.4f));
        canvas.circle(points(centreX), fromTop(centreY), points(diameter / 2));
        canvas.stroke();
        textCentred(centreX, centreY + size / POINTS_PER_MM * 0.36f, PrintFace.BOLD, size, letter);
    }

    /** Code 128 over the whole width given; the caller leaves the quiet zone. */
    void code128(String content, float x, float y, float width, float barHeight) {
        boolean[] modules = new Code128Writer().encode(content);
        float module = width / modules.length;
        for (int start = 0; start < modules.length; start++) {
            int end = start;
            while (end < modules.length && modules[end]) {
                end++;
            }
            if (end > start) {
                canvas.rectangle(
                        points(x + start * module),
                        fromTop(y + barHeight),
                        points((end - start) * module),
                        points(barHeight));
                start = end;
            }
        }
        canvas.fill();
    }

    /** A QR code of medium error correction in a square of the given size. */
    void qr(String content, float x, float y, float size) {
        ByteMatrix modules = qrModules(content);
        float module = size / modules.getWidth();
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                if (modules.get(column, row) == 1) {
                    canvas.rectangle(
                            points(x + column * module),
                            fromTop(y + (row + 1) * module),
                            points(module),
                            points(module));
                }
            }
        }
        canvas.fill();
    }

    private static ByteMatrix qrModules(String content) {
        try {
            return Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("Too long for a QR code: " + content.length() + " characters", tooLong);
        }
    }

    private static float points(float mm) {
        return mm * POINTS_PER_MM;
    }

    private float fromTop(float mm) {
        return points(height - mm);
    }
}
