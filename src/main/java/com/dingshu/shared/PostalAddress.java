package com.dingshu.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a parcel goes. Parts that are not known are empty, never null.
 *
 * @param country ISO 3166 code of two letters, such as CN
 * @param detail street, house, door: the part that is masked
 */
public record PostalAddress(
        String country, String province, String city, String district, String detail, String postcode) {

    public static final PostalAddress UNKNOWN = new PostalAddress("", "", "", "", "", "");

    /** Province, city and district as one text, without repeating the name of a municipality. */
    public String region() {
        return Stream.of(province, city, district)
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** Everything in one line, as written on a parcel. */
    public String oneLine() {
        return (region() + " " + detail).strip();
    }

    /** The region in clear, the detail hidden but for its first two characters. */
    public String masked() {
        String shown = detail.contains("*") || detail.length() <= 2 ? "" : detail.substring(0, 2);
        String hidden = detail.contains("*") ? detail : detail.isEmpty() ? "" : shown + "****";
        return (region() + " " + hidden).strip();
    }

    /** The form in which addresses are compared: compatible characters folded, no blanks or punctuation, lower case. */
    public String normalised() {
        String all = Normalizer.normalize(country + province + city + district + detail, Normalizer.Form.NFKC);
        return all.replaceAll("[\\s\\p{Punct}，。、；：（）【】·-]+", "").toLowerCase(Locale.ROOT);
    }
}
