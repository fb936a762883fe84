package com.dingshu.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A phone number that can be called, in one spelling whatever way it was written.
 *
 * @param e164 the number in E.164 form, such as +8613800138000
 * @param extension the digits to dial after it (virtual numbers of marketplaces), or null
 */
public record Phone(String e164, @Nullable String extension) {

    private static final Pattern VIRTUAL = Pattern.compile("^(.+?)\\s*(?:-|转|ext\\.?|#|,)\\s*(\\d{1,6})$");
    private static final Pattern MAINLAND_MOBILE = Pattern.compile("^1\\d{10}$");

    /**
     * Reads a number written by hand: blanks, dashes, brackets, full-width digits, 0086 or +86 in front, an extension
     * behind.
     *
     * @param region the ISO country to assume when none is written, such as CN
     * @return empty when this is no possible number (masked ones, for instance)
     */
    public static Optional<Phone> parse(@Nullable String text, String region) {
        if (text == null || text.isBlank() || text.contains("*")) {
            return Optional.empty();
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        Matcher virtual = VIRTUAL.matcher(plain);
        if (virtual.matches() && isWhole(virtual.group(1), region)) {
            return number(virtual.group(1), region).map(n -> new Phone(n, virtual.group(2)));
        }
        return number(plain, region).map(n -> new Phone(n, null));
    }

    /** The last four digits of the number itself, what customers are asked for. */
    public String lastFour() {
        return e164.substring(Math.max(0, e164.length() - 4));
    }

    /** Whether a short message can reach it: a mobile number without an extension. */
    public boolean takesMessages() {
        return extension == null && (e164.startsWith("+86") ? isMainlandMobile() : !isFixedLine());
    }

    private boolean isMainlandMobile() {
        return MAINLAND_MOBILE.matcher(e164.substring(3)).matches();
    }

    private boolean isFixedLine() {
        try {
            PhoneNumberUtil util = PhoneNumberUtil.getInstance();
            return util.getNumberType(util.parse(e164, null)) == PhoneNumberType.FIXED_LINE;
        } catch (NumberParseException notANumber) {
            return false;
        }
    }

    /** The number as people of its country write it, without the country code of mainland China. */
    public String display() {
        String number = e164.startsWith("+86") ? e164.substring(3) : e164;
        return extension == null ? number : number + "-" + extension;
    }

    /** 138****6207: the first three and the last four digits. */
    public String masked() {
        return masked(e164.startsWith("+86") ? e164.substring(3) : e164);
    }

    /** Masks any text that stands where a phone number should; already masked texts stay. */
    public static String masked(String text) {
        if (text.contains("*") || text.isEmpty()) {
            return text;
        }
        if (text.length() <= 4) {
            return "****";
        }
        int head = text.length() >= 11 ? 3 : 0;
        return text.substring(0, head) + "****" + text.substring(text.length() - 4);
    }

    private static boolean isWhole(String text, String region) {
        String digits = text.replaceAll("\\D", "");
        return MAINLAND_MOBILE.matcher(digits).matches()
                || number(text, region).filter(n -> digits.length() >= 10).isPresent();
    }

    private static Optional<String> number(String text, String region) {
        String dialled = text.startsWith("00") ? "+" + text.substring(2) : text;
        String digits = dialled.replaceAll("[\\s().-]", "");
        if (MAINLAND_MOBILE.matcher(digits).matches() && "CN".equals(region)) {
            return Optional.of("+86" + digits);
        }
        try {
            PhoneNumberUtil util = PhoneNumberUtil.getInstance();
            PhoneNumber number = util.parse(dialled, region);
            return util.isPossibleNumber(number)
                    ? Optional.of(util.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
