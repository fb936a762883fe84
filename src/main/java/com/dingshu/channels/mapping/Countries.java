package com.dingshu.channels.mapping;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Countries by the names that platforms and people write, as two letters. */
final class Countries {

    private static final Map<String, String> CODES = codes();

    private Countries() {}

    /** Two letters; empty when no country is called like this. */
    static Optional<String> code(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(CODES.get(name));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            for (Locale language :
                    Arrays.asList(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE)) {
                codes.put(country.getDisplayCountry(language).toLowerCase(Locale.ROOT), code);
            }
            codes.put(code.toLowerCase(Locale.ROOT), code);
            codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
        }
        codes.putAll(Map.ofEntries(
                Map.entry("uk", "GB"),
                Map.entry("england", "GB"),
                Map.entry("united states of america", "US"),
                Map.entry("中国大陆", "CN"),
                Map.entry("中华人民共和国", "CN"),
                Map.entry("mainland china", "CN"),
                Map.entry("中国香港", "HK"),
                Map.entry("香港", "HK"),
                Map.entry("hong kong", "HK"),
                Map.entry("中国澳门", "MO"),
                Map.entry("澳门", "MO"),
                Map.entry("macau", "MO"),
                Map.entry("中国台湾", "TW"),
                Map.entry("korea", "KR"),
                Map.entry("russia", "RU"),
                Map.entry("vietnam", "VN")));
        return Map.copyOf(codes);
    }
}
