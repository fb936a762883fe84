package com.dingshu.channels.connect;

import java.net.URI;
import java.util.UUID;

/**
 * Everything it takes to call a platform for one shop. Never logged: {@link #toString} leaves the secrets out.
 *
 * @param externalId the shop as the platform names it
 * @param base the platform's address, without a trailing slash
 */
public record ShopAccess(UUID shopId, String externalId, URI base, String appKey, String appSecret, String token) {

    @Override
    public String toString() {
        return "ShopAccess[" + shopId + ", " + base + "]";
    }
}
