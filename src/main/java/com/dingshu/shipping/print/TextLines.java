package com.dingshu.shipping.print;

import java.util.ArrayList;
import java.util.List;

/**
 * A text broken into lines of a given width: between Chinese characters anywhere, between Latin words at blanks, never
 * with closing punctuation at the start of a line.
 *
 * @param size in points
 */
record TextLines(List<String> lines, PrintFace face, float size) {

    private static final String NEVER_FIRST = "，。、；：！？）】》」』％,.;:!?)]}%";

    /** The largest size between the two at which the text needs at most so many lines; else cut at the smallest. */
    static TextLines fit(String text, PrintFace face, float largest, float smallest, float width, int most) {
        String clean = face.printable(text).strip().replaceAll(" {2,}", " ");
        for (float size = largest; size >= smallest; size -= 0.5f) {
            List<String> lines = wrap(clean, face, size, width);
            if (lines.size() <= most) {
                return new TextLines(lines, face, size);
            }
        }
        return new TextLines(cut(wrap(clean, face, smallest, width), face, smallest, width, most), face, smallest);
    }

    private static List<String> cut(List<String> lines, PrintFace face, float size, float width, int most) {
        List<String> kept = new ArrayList<>(lines.subList(0, most));
        String last = kept.removeLast();
        while (!last.isEmpty() && face.width(last + "…", size) > width) {
            last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
        }
        kept.add(last + "…");
        return kept;
    }

    private static List<String> wrap(String text, PrintFace face, float size, float width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text)) {
            if (!line.isEmpty() && face.width((line + piece).stripTrailing(), size) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
            breakLongWord(line, lines, face, size, width);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    private static void breakLongWord(StringBuilder line, List<String> lines, PrintFace face, float size, float width) {
        while (face.width(line.toString().strip(), size) > width && line.codePointCount(0, line.length()) > 1) {
            int end = line.length();
            while (end > 1 && face.width(line.substring(0, end), size) > width) {
                end = line.offsetByCodePoints(end, -1);
            }
            lines.add(line.substring(0, end));
            line.delete(0, end);
        }
    }

    /** The smallest parts a line may be broken between. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            piece.appendCodePoint(characters[i]);
            if (i + 1 == characters.length || mayBreak(characters[i], characters[i + 1])) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        return pieces;
    }

    private static boolean mayBreak(int before, int after) {
        if (after == ' ' || NEVER_FIRST.indexOf(after) >= 0) {
            return false;
        }
        return before == ' ' || Character.isIdeographic(before) || Character.isIdeographic(after);
    }
}
