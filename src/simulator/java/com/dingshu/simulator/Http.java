package com.dingshu.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the partners need of HTTP: a request with its raw body, an answer, and JSON. */
public final class Http {

    public static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Http() {}

    /** A request with its body read whole. */
    public record Request(
            String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        public Map<String, String> form() {
            return parse(text());
        }

        public JsonNode json() {
            return body.length == 0 ? object() : JSON.readTree(body);
        }
    }

    /** An answer; a status of 0 closes the connection without one. */
    public record Response(int status, String contentType, byte[] body, Map<String, String> headers) {

        public static Response json(int status, Object value) {
            return new Response(status, "application/json;charset=UTF-8", JSON.writeValueAsBytes(value), Map.of());
        }

        public static Response json(Object value) {
            return json(200, value);
        }

        public static Response text(int status, String contentType, String body) {
            return new Response(status, contentType, body.getBytes(StandardCharsets.UTF_8), Map.of());
        }

        public static Response dropped() {
            return new Response(0, "", new byte[0], Map.of());
        }

        public Response with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Response(status, contentType, body, more);
        }
    }

    /** Answers a request. */
    @FunctionalInterface
    public interface Handler {
        Response answer(Request request);
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Serves everything below the path. */
    public static void serve(HttpServer server, String path, Handler handler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                send(exchange, answer(handler, read(exchange)));
            }
        });
    }

    private static Response answer(Handler handler, Request request) {
        try {
            return handler.answer(request);
        } catch (IllegalArgumentException | JacksonException e) {
            return Response.json(400, object().put("error", String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            e.printStackTrace();
            return Response.json(500, object().put("error", String.valueOf(e)));
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((k, v) -> headers.put(k.toLowerCase(Locale.ROOT), v.getFirst()));
        String query = exchange.getRequestURI().getRawQuery();
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query == null ? Map.of() : parse(query),
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        if (response.status() == 0) {
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", response.contentType());
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(response.status(), response.body().length == 0 ? -1 : response.body().length);
        exchange.getResponseBody().write(response.body());
    }

    /** Reads {@code a=1&b=2} with percent escapes. */
    public static Map<String, String> parse(String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Merges {@code patch} over {@code target}: objects deeply, null removes, anything else replaces. */
    public static void merge(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            if (field.getValue().isNull()) {
                target.remove(field.getKey());
            } else if (field.getValue() instanceof ObjectNode deeper
                    && target.get(field.getKey()) instanceof ObjectNode below) {
                merge(below, deeper);
            } else {
                target.set(field.getKey(), field.getValue());
            }
        }
    }
}
