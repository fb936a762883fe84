package com.dingshu.notifications;

import com.dingshu.shared.Phone;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is sent: kept encrypted until it is out.
 *
 * @param language zh or en
 */
record Message(String template, String language, String phone, Map<String, String> params) {

    static final String CHINESE = "zh";
    static final String ENGLISH = "en";

    /** Numbers of mainland China are written to in Chinese, others in English, ours first where nothing is known. */
    static String languageFor(Optional<Phone> phone, Locale fallback) {
        return phone.map(number -> number.e164().startsWith("+86") ? CHINESE : ENGLISH)
                .orElse(fallback.getLanguage().equals(ENGLISH) ? ENGLISH : CHINESE);
    }
}
