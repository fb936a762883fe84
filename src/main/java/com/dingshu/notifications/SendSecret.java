package com.dingshu.notifications;

import java.time.Instant;
import java.util.Map;

/**
 * A secret to one telephone, worthless after its time.
 *
 * @param expiresAt when the text is erased everywhere
 * @param deliver false writes the same rows and sends nothing: whoever asks for a secret must not learn from our work
 *     whether a number is known
 */
public record SendSecret(
        String template, String phone, Map<String, String> params, Instant expiresAt, boolean deliver) {

    public SendSecret {
        params = Map.copyOf(params);
    }

    @Override
    public String toString() {
        return "SendSecret[" + template + "]";
    }
}
