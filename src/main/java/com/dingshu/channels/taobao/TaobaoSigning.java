package com.dingshu.channels.taobao;

import com.dingshu.channels.connect.Digests;
import java.util.Map;
import java.util.TreeMap;

/**
 * The gateway's request signature: the names and values of all non-empty parameters but {@code sign}, sorted by name, run
 * together and digested by the method the request names. MD5 wraps the text in the secret, the keyed digests do not.
 */
final class TaobaoSigning {

    private TaobaoSigning() {}

    static String sign(Map<String, String> parameters, String secret) {
        return sign(parameters, secret, parameters.getOrDefault("sign_method", "md5"));
    }

    static String sign(Map<String, String> parameters, String secret, String method) {
        byte[] text = Digests.bytes(joined(parameters));
        byte[] key = Digests.bytes(secret);
        return Digests.upperHex(
                switch (method) {
                    case "md5" -> Digests.md5(key, text, key);
                    case "hmac" -> Digests.hmac(Digests.HMAC_MD5, secret, text);
                    case "hmac-sha256" -> Digests.hmac(Digests.HMAC_SHA256, secret, text);
                    default -> throw new IllegalArgumentException("Unknown sign_method");
                });
    }

    private static String joined(Map<String, String> parameters) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(parameters).forEach((name, value) -> {
            if (!name.equals("sign") && !value.isBlank()) {
                text.append(name).append(value);
            }
        });
        return text.toString();
    }
}
