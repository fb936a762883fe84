package com.dingshu.channels.mapping;

import java.util.Map;

/**
 * What a mapping needs to know beside the payload.
 *
 * @param currency the shop's currency, taken where the payload names none
 * @param decrypted receiver fields that the platform decrypted for us, by the names of the standard fields; empty when none
 * @param proof over which call or push the payload came, empty for an unproved source
 */
public record MapContext(String currency, Map<String, String> decrypted, String proof) {

    public MapContext {
        decrypted = Map.copyOf(decrypted);
    }
}
