package com.dingshu.shipping;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our key of a wish at the carrier. It names the tenant, so that what the carrier pushes finds its way, and carries 128
 * random bits that only the carrier and we know, so that nobody else can push.
 */
record CarrierReference(int tenantId, String text) {

    private static final Pattern FORM = Pattern.compile("D(\\d{1,9})-([0-9a-z]{20,26})");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BITS = 128;
    private static final int LENGTH = 25;

    static CarrierReference next(int tenantId) {
        String token = new BigInteger(BITS, RANDOM).toString(Character.MAX_RADIX);
        return new CarrierReference(tenantId, "D" + tenantId + "-" + "0".repeat(LENGTH - token.length()) + token);
    }

    /** Empty when it cannot be one of ours. */
    static Optional<CarrierReference> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT).replaceFirst("^d", "D"));
        return matcher.matches()
                ? Optional.of(new CarrierReference(Integer.parseInt(matcher.group(1)), matcher.group()))
                : Optional.empty();
    }
}
