package com.dingshu.notifications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message and what became of it.
 *
 * @param to the number, masked
 * @param text what was written; null once it was erased or must not be read
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
        MessageState state,
        @Nullable String way,
        @Nullable String problem,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant expiresAt) {}
