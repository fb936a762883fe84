package com.dingshu.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The spelling of login names: full-width and capital letters count as plain small ones. */
final class Login {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._@+-]{0,38}[\\p{L}\\p{N}])");
    private static final int LONGEST = 40;

    private Login() {}

    static String normalised(String typed) {
        String plain = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    static boolean wellFormed(String typed) {
        String plain = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return FORM.matcher(plain).matches();
    }
}
