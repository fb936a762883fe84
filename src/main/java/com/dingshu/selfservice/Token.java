package com.dingshu.selfservice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 128 random bits in front of which the tenant stands, so that a link finds its merchant. Only the hash is stored.
 *
 * @param tenantId as claimed by the token; proved by the look-up within that tenant
 */
record Token(int tenantId, String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,6})-([A-Za-z0-9_-]{22})");

    static Token next(int tenantId) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        return new Token(tenantId, Integer.toString(tenantId, Character.MAX_RADIX) + "-" + secret);
    }

    static Optional<Token> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long tenant = Long.parseLong(matcher.group(1), Character.MAX_RADIX);
        return tenant > 0 && tenant <= Integer.MAX_VALUE
                ? Optional.of(new Token((int) tenant, text))
                : Optional.empty();
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
