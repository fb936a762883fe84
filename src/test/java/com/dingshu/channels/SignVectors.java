package com.dingshu.channels;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Published and recomputed signatures, read from the test resources. */
public final class SignVectors {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SignVectors() {}

    public static List<JsonNode> of(String channel) {
        return StreamSupport.stream(
                        JSON.readTree(bytes(channel + "/sign-vectors.json")).spliterator(), false)
                .toList();
    }

    /** A sample below {@code /channels}. */
    public static byte[] bytes(String path) {
        try (InputStream in = SignVectors.class.getResourceAsStream("/channels/" + path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asString()));
        return texts;
    }
}
