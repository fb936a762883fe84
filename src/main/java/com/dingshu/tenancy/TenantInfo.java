package com.dingshu.tenancy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A merchant and its settings.
 *
 * @param slug the short name in addresses, lower-case letters, digits and dashes
 * @param zone the time zone its days are counted in
 * @param currency what it keeps its books in, ISO 4217
 * @param locale the language its people start with
 */
public record TenantInfo(
        int id, String slug, String name, TenantStatus status, ZoneId zone, String currency, Locale locale) {

    /** The merchant's calendar day at a moment. */
    public LocalDate dayOf(java.time.Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
