package com.dingshu.shipping.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.openpdf.text.pdf.BaseFont;

/**
 * The two weights of Noto Sans SC, embedded as subsets. Static TrueType outlines: OpenPDF breaks the CFF outlines of the
 * other edition.
 */
enum PrintFace {
    REGULAR("NotoSansSC-Regular.ttf"),
    BOLD("NotoSansSC-Bold.ttf");

    private static final int MISSING = 0x25A1;
    private static final int WIDE_BLANK = 0x3000;

    private final BaseFont font;

    PrintFace(String file) {
        try (InputStream bytes = PrintFace.class.getResourceAsStream("/fonts/" + file)) {
            if (bytes == null) {
                throw new IllegalStateException("The typeface fonts/" + file + " is not part of this build");
            }
            font = BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED, bytes.readAllBytes(), null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    BaseFont font() {
        return font;
    }

    /** Width in millimetres. */
    float width(String text, float points) {
        return font.getWidthPoint(text, points) / Paper.POINTS_PER_MM;
    }

    /** The text with controls as blanks and characters the typeface lacks as a box, so that a gap is seen. */
    String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(printable(c)));
        return clean.toString();
    }

    private int printable(int character) {
        if (Character.isISOControl(character) || Character.isSpaceChar(character)) {
            return character == WIDE_BLANK ? WIDE_BLANK : ' ';
        }
        return font.charExists(character) ? character : MISSING;
    }
}
