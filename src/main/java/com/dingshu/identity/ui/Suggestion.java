package com.dingshu.identity.ui;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A password made by chance that can be read out on the telephone: three groups of four, nothing that looks alike. */
final class Suggestion {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 3;
    private static final int LENGTH = 4;

    private final SecureRandom chance = new SecureRandom();

    String make() {
        return IntStream.range(0, GROUPS).mapToObj(group -> group()).collect(Collectors.joining("-"));
    }

    private String group() {
        return IntStream.range(0, LENGTH)
                .mapToObj(place -> String.valueOf(LETTERS.charAt(chance.nextInt(LETTERS.length()))))
                .collect(Collectors.joining());
    }
}
