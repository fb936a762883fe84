package com.dingshu.channels.douyin;

import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** JSON in the form the platform signs: compact, keys sorted at every level, numbers as given, nothing escaped for HTML. */
final class SortedJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder(new JsonFactory()).build();

    private SortedJson() {}

    static String of(Map<String, ?> parameters) {
        return of(MAPPER.writeValueAsString(parameters));
    }

    static String of(String json) {
        StringWriter text = new StringWriter(json.length());
        try (JsonParser parser = MAPPER.createParser(json);
                JsonGenerator out = MAPPER.createGenerator(text)) {
            parser.nextToken();
            copy(parser, out);
        }
        return text.toString();
    }

    private static void copy(JsonParser parser, JsonGenerator out) {
        switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, out);
            case START_ARRAY -> array(parser, out);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeNumber(parser.getString());
            default -> out.copyCurrentEvent(parser);
        }
    }

    private static void array(JsonParser parser, JsonGenerator out) {
        out.writeStartArray();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            copy(parser, out);
        }
        out.writeEndArray();
    }

    private static void object(JsonParser parser, JsonGenerator out) {
        TreeMap<String, String> fields = new TreeMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            fields.put(name, value(parser));
        }
        out.writeStartObject();
        fields.forEach((name, value) -> {
            out.writeName(name);
            out.writeRawValue(value);
        });
        out.writeEndObject();
    }

    private static String value(JsonParser parser) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = MAPPER.createGenerator(text)) {
            copy(parser, out);
        }
        return text.toString();
    }
}
