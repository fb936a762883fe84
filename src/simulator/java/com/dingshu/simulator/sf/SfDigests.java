package com.dingshu.simulator.sf;

import com.dingshu.simulator.Signing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The carrier's side of {@code msgDigest}, its escaping written out by hand. */
final class SfDigests {

    private static final String KEPT = "*-._";

    private SfDigests() {}

    static String expected(String msgData, String timestamp, String checkWord) {
        return Base64.getEncoder().encodeToString(Signing.md5(escaped(msgData + timestamp + checkWord)));
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0)) {
                out.append(c);
            } else if (c == ' ') {
                out.append('+');
            } else {
                out.append('%').append(Signing.upperHex(new byte[] {b}));
            }
        }
        return out.toString();
    }
}
