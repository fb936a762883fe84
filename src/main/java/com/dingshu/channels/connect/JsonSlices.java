package com.dingshu.channels.connect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Cuts values out of JSON without touching a byte of them. */
public final class JsonSlices {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(2_000).build())
            .build();

    private JsonSlices() {}

    /** The value at a path of names; empty when there is none or it is null. */
    public static Optional<byte[]> at(byte[] json, String... path) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            for (String name : path) {
                if (!enter(parser, name)) {
                    return Optional.empty();
                }
            }
            return parser.currentToken() == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(slice(json, parser));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /**
     * The elements of the array at a path, or the object that stands there alone, as some platforms answer for one; empty when
     * there is neither.
     */
    public static List<byte[]> elements(byte[] json, String... path) {
        List<byte[]> slices = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            for (String name : path) {
                if (!enter(parser, name)) {
                    return List.of();
                }
            }
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                return List.of(slice(json, parser));
            }
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                return List.of();
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                slices.add(slice(json, parser));
            }
            return slices;
        } catch (JacksonException e) {
            return List.of();
        }
    }

    private static boolean enter(JsonParser parser, String name) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return false;
        }
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            parser.nextToken();
            if (field.equals(name)) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    /** In UTF-16 and UTF-32 there are no places of bytes: nothing is cut, the whole is kept and judged as it is. */
    private static byte[] slice(byte[] json, JsonParser parser) {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        parser.finishToken();
        parser.skipChildren();
        int end = (int) parser.currentLocation().getByteOffset();
        if (start < 0 || end < start) {
            throw new StreamReadException(parser, "not UTF-8");
        }
        return Arrays.copyOfRange(json, start, end);
    }
}
