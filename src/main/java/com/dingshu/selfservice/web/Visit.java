package com.dingshu.selfservice.web;

import com.dingshu.tenancy.TenantInfo;
import com.dingshu.uikit.Texts;
import java.util.Locale;

/**
 * One customer's look at one merchant's page.
 *
 * @param address the network address it comes from
 * @param secure whether the customer's browser speaks HTTPS
 * @param token of the visit's cookie or the link, empty without one
 */
record Visit(TenantInfo merchant, Locale locale, String address, boolean secure, String token) {

    boolean english() {
        return Texts.english(locale);
    }

    String base() {
        return "/s/" + merchant.slug();
    }
}
