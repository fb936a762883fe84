package com.dingshu.insight;

import java.util.UUID;

/**
 * One shop in the days looked at.
 *
 * @param soldMinor what was paid for the sold orders, in minor units of the shop's currency
 * @param exceptions its orders of these days that are held or rejected now
 */
public record ShopSales(
        UUID shopId,
        String channel,
        String name,
        String currency,
        long placed,
        long sold,
        long soldMinor,
        long exceptions) {}
