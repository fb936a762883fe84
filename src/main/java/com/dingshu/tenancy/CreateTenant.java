package com.dingshu.tenancy;

import java.time.ZoneId;
import java.util.Locale;

/** A new merchant; see {@link TenantInfo} for the fields. */
public record CreateTenant(String slug, String name, ZoneId zone, String currency, Locale locale) {

    public CreateTenant {
        if (!slug.matches("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")) {
            throw new IllegalArgumentException("slug: lower-case letters, digits and dashes, at most 40: " + slug);
        }
    }
}
