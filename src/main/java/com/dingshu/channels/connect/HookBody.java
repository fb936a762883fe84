package com.dingshu.channels.connect;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/** The raw bytes of a push, up to 5 MB. */
public sealed interface HookBody {

    int LARGEST = 5 * 1024 * 1024;

    /** What is announced to be larger is not read at all; the sender may then see a broken connection. */
    int MOST_SWALLOWED = 16 * 1024 * 1024;

    /** Read whole. */
    record Bytes(byte[] value) implements HookBody {}

    /** More than we take; {@code size} as far as it is known. */
    record TooLarge(long size) implements HookBody {}

    /** Compressed: never asked for, and a way to send a bomb. */
    record Encoded() implements HookBody {}

    static HookBody read(HttpServletRequest request) throws IOException {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return new Encoded();
        }
        if (request.getContentLengthLong() > MOST_SWALLOWED) {
            return new TooLarge(request.getContentLengthLong());
        }
        InputStream in = request.getInputStream();
        byte[] body = in.readNBytes(LARGEST + 1);
        if (body.length <= LARGEST) {
            return new Bytes(body);
        }
        // read on, or the sender would see a broken connection instead of the answer
        long size = body.length + in.skip(MOST_SWALLOWED);
        return new TooLarge(Math.max(size, request.getContentLengthLong()));
    }
}
