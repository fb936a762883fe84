package com.dingshu.channels;

import java.util.UUID;

/**
 * How a shop is to be reached.
 *
 * @param baseAddress the platform's address, https; see each connector for its form
 * @param appKey the application's key, empty where the platform has none
 * @param appSecret signs our calls and the platform's pushes
 * @param token session or access token of the shop
 * @param pulls whether the shop is pulled every 15 minutes behind its pushes
 */
public record ConnectShop(
        UUID shopId, String baseAddress, String appKey, String appSecret, String token, boolean pulls) {

    @Override
    public String toString() {
        return "ConnectShop[" + shopId + ", " + baseAddress + "]";
    }
}
