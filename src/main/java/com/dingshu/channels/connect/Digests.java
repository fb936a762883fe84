package com.dingshu.channels.connect;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests over bytes, and the comparison that takes the same time for every wrong signature. */
public final class Digests {

    public static final String HMAC_MD5 = "HmacMD5";
    public static final String HMAC_SHA256 = "HmacSHA256";

    private static final HexFormat LOWER = HexFormat.of();
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    private Digests() {}

    public static byte[] md5(byte[]... parts) {
        return digest("MD5", parts);
    }

    public static byte[] sha256(byte[]... parts) {
        return digest("SHA-256", parts);
    }

    private static byte[] digest(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] hmac(String algorithm, String key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(bytes(key), algorithm));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String lowerHex(byte[] bytes) {
        return LOWER.formatHex(bytes);
    }

    public static String upperHex(byte[] bytes) {
        return UPPER.formatHex(bytes);
    }

    /** Whether the claimed hexadecimal text stands for exactly these bytes; a malformed one does not. */
    public static boolean sameHex(byte[] expected, String claimed) {
        try {
            return MessageDigest.isEqual(expected, LOWER.parseHex(claimed));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
