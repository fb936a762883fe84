package com.dingshu.channels.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mapping documents that come with the product, version 1 of each channel. */
public final class BuiltInMappings {

    /** The channels that have one. */
    public static final List<String> CHANNELS = List.of("taobao", "douyin", "shopify", "file");

    private static final Map<String, String> DOCUMENTS = load();

    private BuiltInMappings() {}

    /** The document's text. */
    public static String document(String channel) {
        String document = DOCUMENTS.get(channel);
        if (document == null) {
            throw new IllegalArgumentException("No mapping for channel " + channel);
        }
        return document;
    }

    private static Map<String, String> load() {
        Map<String, String> documents = new LinkedHashMap<>();
        for (String channel : CHANNELS) {
            try (InputStream in = BuiltInMappings.class.getResourceAsStream("/mappings/" + channel + "/v1.yaml")) {
                if (in == null) {
                    throw new IllegalStateException("The mapping of " + channel + " is missing");
                }
                documents.put(channel, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Map.copyOf(documents);
    }
}
