package com.dingshu.channels.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A payload as plain maps, lists, texts and exact numbers, or the reason why it cannot be read. Integers keep every digit,
 * fractions are {@link java.math.BigDecimal}; nothing becomes a double.
 */
public sealed interface Payload {

    /** The content of a readable payload: a map or a list. */
    record Readable(Object content) implements Payload {}

    /** Not readable. */
    record Unreadable(Problem problem) implements Payload {}

    int MAX_DEPTH = 100;

    JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(64)
                            .maxStringLength(6_000_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static Payload read(byte[] json) {
        try {
            @Nullable Object content = MAPPER.readValue(json, Object.class);
            return content instanceof Map || content instanceof List
                    ? new Readable(content)
                    : new Unreadable(new Problem("payload", Problem.Kind.NO_ORDER, "", ""));
        } catch (StreamConstraintsException e) {
            return new Unreadable(new Problem("payload", Problem.Kind.TOO_COMPLEX, reason(e), ""));
        } catch (JacksonException e) {
            return new Unreadable(new Problem(
                    "payload",
                    reason(e).startsWith("Duplicate") ? Problem.Kind.DUPLICATE_KEY : Problem.Kind.BROKEN,
                    reason(e),
                    ""));
        }
    }

    private static String reason(JacksonException e) {
        String message = e.getOriginalMessage();
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
