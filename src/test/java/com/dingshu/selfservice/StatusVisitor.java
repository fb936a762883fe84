package com.dingshu.selfservice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the customer's page, each from a network address of its own; keeps cookies, follows redirects. */
final class StatusVisitor {

    private static final HttpClient HTTP = HttpClient.newBuilder().build();
    private static final Pattern ID = Pattern.compile("name=\"c\" value=\"([^\"]+)\"");

    private final int port;
    private final Supplier<String> code;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String address;
    private String slug;
    private String language = "zh-CN";
    private String setCookie = "";

    StatusVisitor(int port, String slug, Supplier<String> code) {
        this.port = port;
        this.slug = slug;
        this.code = code;
        ThreadLocalRandom random = ThreadLocalRandom.current();
        this.address = "203." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
    }

    /** What came back in the end, and from where. */
    record Answer(int status, String path, String text, HttpHeaders headers) {}

    StatusVisitor at(String otherSlug) {
        slug = otherSlug;
        return this;
    }

    StatusVisitor speaking(String languages) {
        language = languages;
        return this;
    }

    StatusVisitor with(String visitCookie) {
        cookies.put("dingshu_status", visitCookie);
        return this;
    }

    String cookie() {
        return cookies.getOrDefault("dingshu_status", "");
    }

    String setCookie() {
        return setCookie;
    }

    Answer get(String path) {
        return follow(path, request(path).GET());
    }

    Answer enter(String number, String digits) {
        return post("/s/" + slug, "order=" + escaped(number) + "&digits=" + escaped(digits));
    }

    Answer requestCode(String phone) {
        return post("/s/" + slug + "/phone", "phone=" + escaped(phone));
    }

    Answer submitCode(Answer waiting, String typed) {
        Matcher id = ID.matcher(waiting.text());
        if (!id.find()) {
            throw new IllegalStateException("No code is awaited: " + waiting.text());
        }
        return post("/s/" + slug + "/code", "c=" + id.group(1) + "&code=" + escaped(typed));
    }

    /** Asks for a code, reads it on the telephone and enters it. */
    Answer enterCode(String phone) {
        Answer waiting = requestCode(phone);
        return submitCode(waiting, code.get());
    }

    Answer post(String path, String form) {
        return follow(
                path,
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-Forwarded-For", address)
                .header("Accept-Language", language);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer follow(String path, HttpRequest.Builder request) {
        HttpResponse<String> response = send(request);
        response.headers().allValues("Set-Cookie").forEach(this::remember);
        return response.headers()
                .firstValue("Location")
                .map(location -> URI.create(location).getRawPath()
                        + (URI.create(location).getRawQuery() == null
                                ? ""
                                : "?" + URI.create(location).getRawQuery()))
                .map(this::get)
                .orElseGet(() -> new Answer(
                        response.statusCode(), path.replaceAll("\\?.*", ""), response.body(), response.headers()));
    }

    private void remember(String cookie) {
        setCookie = cookie;
        String pair = cookie.substring(0, cookie.indexOf(';'));
        int equals = pair.indexOf('=');
        if (pair.length() == equals + 1) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
