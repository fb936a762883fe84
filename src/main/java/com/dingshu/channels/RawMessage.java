package com.dingshu.channels;

import java.util.Map;
import java.util.UUID;

/**
 * A payload as it came.
 *
 * @param shopId the shop of the merchant now acted for
 * @param externalId the channel's order number it is about; empty when it cannot be told
 * @param messageId the platform's id of the message, empty where there is none
 * @param origin how it came, e.g. {@code push orders/paid} or {@code taobao.trade.fullinfo.get}
 * @param signed whether it came over a signed push or a signed call: then it is proof of what it says
 * @param headers what came with it and is worth keeping
 * @param body the very bytes
 */
public record RawMessage(
        UUID shopId,
        String channel,
        RawKind kind,
        String externalId,
        String messageId,
        String origin,
        boolean signed,
        String contentType,
        Map<String, String> headers,
        byte[] body) {

    public RawMessage {
        headers = Map.copyOf(headers);
        externalId = limited(externalId, 120);
        messageId = limited(messageId, 120);
        origin = limited(origin, 60);
        contentType = limited(contentType, 100);
    }

    private static String limited(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
