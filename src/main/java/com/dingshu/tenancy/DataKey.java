package com.dingshu.tenancy;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** A key for the data of one customer or one merchant. Whoever destroys its wrapped form has erased what it encrypted. */
public final class DataKey {

    private final byte[] raw;
    private final AesGcmJce aead;

    DataKey(byte[] raw) {
        this.raw = raw.clone();
        try {
            this.aead = new AesGcmJce(raw);
        } catch (GeneralSecurityException badLength) {
            throw new IllegalStateException(badLength);
        }
    }

    /** @param context where the data lies (tenant, table, row, column); it must be the same to open it again */
    public byte[] encrypt(byte[] plain, String context) {
        try {
            return aead.encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalStateException when key or context differ from those it was encrypted with */
    public byte[] decrypt(byte[] cipher, String context) {
        try {
            return aead.decrypt(cipher, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("Cannot decrypt " + context, wrong);
        }
    }

    byte[] raw() {
        return raw.clone();
    }
}
