package com.dingshu.tenancy;

import java.time.Duration;

/** A new shop; see {@link ShopInfo} for the fields. One external id belongs to one merchant only. */
public record OpenShop(String channel, String name, String externalId, String currency, Duration paymentTimeout) {

    /** The time an unpaid order holds stock unless the merchant decides otherwise. */
    public static final Duration USUAL_PAYMENT_TIMEOUT = Duration.ofMinutes(15);
}
