package com.dingshu.tenancy;

import java.time.Duration;
import java.util.UUID;

/**
 * A merchant's shop on a channel.
 *
 * @param channel the channel's key: taobao, douyin, shopify, file
 * @param externalId the shop as the channel names it (seller nick, shop id, shop domain)
 * @param paymentTimeout how long an unpaid order holds stock
 */
public record ShopInfo(
        UUID id,
        String channel,
        String name,
        String externalId,
        String currency,
        boolean active,
        Duration paymentTimeout) {}
