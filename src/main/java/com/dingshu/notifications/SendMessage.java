package com.dingshu.notifications;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to one telephone.
 *
 * @param template name in {@code notifications/templates.yaml}
 * @param phone in any spelling; a number that cannot take messages is noted as such
 * @param params what the template's words need
 * @param subjectType what it is about, such as order
 * @param subject the number people know that by
 * @param onceKey a second message with the same key is not sent
 * @param language zh or en; null goes by the number's country
 */
public record SendMessage(
        String template,
        String phone,
        Map<String, String> params,
        String subjectType,
        String subject,
        String onceKey,
        @Nullable String language) {

    public SendMessage {
        params = Map.copyOf(params);
    }

    /** To a customer, in the language of the number's country. */
    public SendMessage(
            String template,
            String phone,
            Map<String, String> params,
            String subjectType,
            String subject,
            String onceKey) {
        this(template, phone, params, subjectType, subject, onceKey, null);
    }
}
