package com.dingshu.notifications.sms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature of Aliyun's RPC calls, version 1.0: base64(HMAC-SHA1(secret + "&", METHOD & %2F & escaped sorted query)), all
 * escaped by RFC 3986.
 */
final class AliyunSignature {

    private AliyunSignature() {}

    static String of(String method, Map<String, String> params, String secret) {
        String query = new TreeMap<>(params)
                .entrySet().stream()
                        .map(param -> escaped(param.getKey()) + "=" + escaped(param.getValue()))
                        .collect(Collectors.joining("&"));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec((secret + "&").getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] signed = mac.doFinal((method + "&%2F&" + escaped(query)).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
