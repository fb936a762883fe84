package com.dingshu.channels.mapping;

import java.util.List;
import java.util.Map;

/**
 * Where a mapping reads one field from.
 *
 * @param field as in {@link FieldTrace}, lines without an index: {@code lines.quantity}
 * @param from alternatives in their order; empty for a field that is added up, put together or always the same
 * @param text all of it as people read it
 * @param values the platform's words and what they stand for, empty where any value is taken as it is
 * @param otherwise what is taken when there is no value, empty for nothing
 */
public record FieldSource(String field, List<String> from, String text, Map<String, String> values, String otherwise) {}
