package com.dingshu.channels.douyin;

import com.dingshu.channels.connect.Digests;

/**
 * Douyin's three signatures: of our requests, of its push messages, and of the calls it makes to us (SPI). The access token
 * is signed in none of them.
 */
final class DouyinSigning {

    private DouyinSigning() {}

    /**
     * @param paramJson the request body exactly as sent, in the form of {@link SortedJson}
     * @param timestamp unix seconds
     */
    static String request(String appKey, String secret, String method, String paramJson, String timestamp) {
        String text = secret + "app_key" + appKey + "method" + method + "param_json" + paramJson + "timestamp"
                + timestamp + "v2" + secret;
        return Digests.lowerHex(Digests.hmac(Digests.HMAC_SHA256, secret, Digests.bytes(text)));
    }

    /** Whether the header {@code event-sign} fits these very bytes. Without a secret nothing fits. */
    static boolean pushFits(String appKey, String secret, byte[] rawBody, String eventSign) {
        return !secret.isBlank()
                && Digests.sameHex(Digests.md5(Digests.bytes(appKey), rawBody, Digests.bytes(secret)), eventSign);
    }

    /** The signature the platform puts on its own calls; without {@code hmac-sha256} it is a plain MD5 of the same text. */
    static String spi(String appKey, String secret, String paramJson, String timestamp, String signMethod) {
        byte[] text = Digests.bytes(secret + "app_key" + appKey + "param_json" + SortedJson.of(paramJson) + "timestamp"
                + timestamp + secret);
        return Digests.lowerHex(
                signMethod.equals("hmac-sha256") ? Digests.hmac(Digests.HMAC_SHA256, secret, text) : Digests.md5(text));
    }
}
