package com.dingshu.simulator.douyin;

import com.dingshu.simulator.Signing;

/** The shop platform's request signature and the signature of its push messages. */
final class DouyinSign {

    private DouyinSign() {}

    static String request(String appKey, String secret, String method, String body, String timestamp, boolean hmac) {
        String text = secret + "app_key" + appKey + "method" + method + "param_json" + body + "timestamp" + timestamp
                + "v2" + secret;
        return Signing.hex(hmac ? Signing.hmac("HmacSHA256", secret, text) : Signing.md5(text));
    }

    static String push(String appKey, String secret, String rawBody) {
        return Signing.hex(Signing.md5(appKey + rawBody + secret));
    }
}
