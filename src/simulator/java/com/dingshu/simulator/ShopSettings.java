package com.dingshu.simulator;

import java.util.List;

/**
 * A shop as it is registered with the simulator.
 *
 * @param channel {@code taobao}, {@code douyin} or {@code shopify}
 * @param shopId the platform's shop key: seller nick (Taobao), numeric shop id (Douyin), shop domain (Shopify)
 * @param appKey the application's key; Shopify has none
 * @param appSecret the application's secret, also the secret of the push signature
 * @param token session (Taobao) or access token (Douyin, Shopify)
 * @param hook where push messages go; empty for none
 * @param currency three letters, CNY by default
 * @param ratePerMinute orders issued by themselves in a minute
 * @param unpaidShare how many of a hundred orders start unpaid
 * @param decryptQuota how many receivers may be decrypted; -1 without limit
 * @param products what is sold there
 */
public record ShopSettings(
        String channel,
        String shopId,
        String shopName,
        String appKey,
        String appSecret,
        String token,
        String hook,
        String currency,
        double ratePerMinute,
        int unpaidShare,
        int decryptQuota,
        List<Product> products) {

    public ShopSettings {
        shopName = shopName == null ? shopId : shopName;
        appKey = appKey == null ? "" : appKey;
        hook = hook == null ? "" : hook;
        currency = currency == null ? "CNY" : currency;
        decryptQuota = decryptQuota == 0 ? -1 : decryptQuota;
        products = products == null ? List.of() : List.copyOf(products);
    }

    ShopSettings withRate(double perMinute) {
        return new ShopSettings(
                channel,
                shopId,
                shopName,
                appKey,
                appSecret,
                token,
                hook,
                currency,
                perMinute,
                unpaidShare,
                decryptQuota,
                products);
    }

    ShopSettings withToken(String newToken) {
        return new ShopSettings(
                channel,
                shopId,
                shopName,
                appKey,
                appSecret,
                newToken,
                hook,
                currency,
                ratePerMinute,
                unpaidShare,
                decryptQuota,
                products);
    }

    ShopSettings withHook(String newHook) {
        return new ShopSettings(
                channel,
                shopId,
                shopName,
                appKey,
                appSecret,
                token,
                newHook,
                currency,
                ratePerMinute,
                unpaidShare,
                decryptQuota,
                products);
    }
}
