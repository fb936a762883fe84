package com.dingshu.channels;

import com.dingshu.tenancy.TenantKeys;
import java.io.ByteArrayOutputStream;
import java.util.UUID;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.springframework.stereotype.Component;

/** Bodies at rest: compressed, then encrypted under the merchant's key and bound to their row. */
@Component
class RawBodies {

    private final TenantKeys keys;

    RawBodies(TenantKeys keys) {
        this.keys = keys;
    }

    byte[] close(String table, UUID id, byte[] body) {
        return keys.encrypt(deflate(body), context(table, id));
    }

    byte[] open(String table, UUID id, byte[] closed, int size) {
        return inflate(keys.decrypt(closed, context(table, id)), size);
    }

    private static String context(String table, UUID id) {
        return table + "|" + id + "|body";
    }

    private static byte[] deflate(byte[] body) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(body);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 3 + 64);
            byte[] buffer = new byte[8_192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private static byte[] inflate(byte[] deflated, int size) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(deflated);
            byte[] body = new byte[size];
            int at = 0;
            while (at < size && !inflater.finished()) {
                at += inflater.inflate(body, at, size - at);
            }
            return body;
        } catch (DataFormatException e) {
            throw new IllegalStateException("A stored body cannot be read", e);
        }
    }
}
