package com.dingshu.channels.mapping;

import org.jspecify.annotations.Nullable;

/**
 * How one field of one payload was read, for people who repair a mapping.
 *
 * @param field the standard field's name, {@code ext.name} for extension fields, lines with their index
 * @param source where it was looked for
 * @param value what came out, empty when nothing did; may be contact data
 * @param problem null when it is fine
 */
public record FieldTrace(
        String field, String source, String value, @Nullable Problem problem) {}
