package com.dingshu.simulator.taobao;

import com.dingshu.simulator.Signing;
import java.util.Map;
import java.util.TreeMap;

/** The gateway's request signature over the sorted, non-empty parameters. */
final class TaobaoSign {

    private TaobaoSign() {}

    static String of(Map<String, String> parameters, String secret) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(parameters).forEach((name, value) -> {
            if (!name.equals("sign") && !value.isEmpty()) {
                text.append(name).append(value);
            }
        });
        return Signing.upperHex(
                switch (parameters.getOrDefault("sign_method", "md5")) {
                    case "hmac" -> Signing.hmac("HmacMD5", secret, text.toString());
                    case "hmac-sha256" -> Signing.hmac("HmacSHA256", secret, text.toString());
                    default -> Signing.md5(secret + text + secret);
                });
    }
}
