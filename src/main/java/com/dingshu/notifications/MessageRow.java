package com.dingshu.notifications;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message and what became of it.
 *
 * @param to the number, masked
 * @param text what was written; null once it was erased or must not be read
 * @param params the words put into the template, as readable as the text
 * @param resendable whether it failed and another try could help
 * @param way how it went out, null before
 * @param problem what went wrong, for people
 */
public record MessageRow(
        UUID id,
        String template,
        String to,
        String subjectType,
        String subject,
        @Nullable String text,
        Map<String, String> params,
        MessageState state,
        @Nullable String way,
        @Nullable String problem,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant expiresAt,
        boolean resendable) {}
