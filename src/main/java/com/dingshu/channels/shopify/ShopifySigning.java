package com.dingshu.channels.shopify;

import com.dingshu.channels.connect.Digests;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shopify's two signatures: of a webhook's raw body, and of the query it sends when a shop installs the application. */
final class ShopifySigning {

    private ShopifySigning() {}

    /** Whether the header {@code X-Shopify-Hmac-Sha256} fits these very bytes. Without a secret nothing fits. */
    static boolean webhookFits(String secret, byte[] rawBody, String header) {
        if (secret.isBlank()) {
            return false;
        }
        try {
            byte[] claimed = Base64.getDecoder().decode(header);
            return MessageDigest.isEqual(Digests.hmac(Digests.HMAC_SHA256, secret, rawBody), claimed);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the {@code hmac} parameter of an installation query fits the rest of it. */
    static boolean installationFits(String secret, Map<String, String> query) {
        String text = new TreeMap<>(query)
                .entrySet().stream()
                        .filter(e -> !e.getKey().equals("hmac") && !e.getKey().equals("signature"))
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining("&"));
        byte[] expected = Digests.hmac(Digests.HMAC_SHA256, secret, Digests.bytes(text));
        return Digests.sameHex(expected, query.getOrDefault("hmac", ""));
    }
}
