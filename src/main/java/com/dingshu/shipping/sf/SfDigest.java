package com.dingshu.shipping.sf;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The {@code msgDigest} of SF's open platform: base64(MD5(URL-encoded msgData + timestamp + checkWord)). */
final class SfDigest {

    private SfDigest() {}

    static String of(String msgData, String timestamp, String checkWord) {
        String toSign = URLEncoder.encode(msgData + timestamp + checkWord, StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(toSign.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
