package com.dingshu.testing;

import com.dingshu.identity.UserInfo;
import com.dingshu.testing.Merchants.Merchant;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser without a screen: it keeps cookies and the session's token, and follows no redirect by itself. */
public final class Visitor {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOKEN_HEADER = "X-CSRF-TOKEN";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;
    private @Nullable String token;

    public Visitor(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Signs in on the warehouse page; the same session serves everything else. */
    public Visitor signedIn(Merchant merchant, UserInfo user) {
        var answer = signIn(merchant.tenant().slug(), user.login(), People.PASSWORD);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return this;
    }

    public HttpResponse<String> signIn(String merchant, String login, String password) {
        get("/h5/api/me");
        return post(
                "/h5/api/sign-in",
                JSON.writeValueAsString(Map.of("merchant", merchant, "login", login, "password", password)));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Sends JSON with the token, where there is one. */
    public HttpResponse<String> post(String path, String json) {
        var request = request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
        if (token != null) {
            request.header(TOKEN_HEADER, token);
        }
        return send(request);
    }

    /** Sends a form with the token as its field, where there is one. */
    public HttpResponse<String> form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var all = token == null ? body : body + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(all)));
    }

    /** Sends what comes next without the token. */
    public Visitor forgetToken() {
        token = null;
        return this;
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header(
                        "User-Agent",
                        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            learnToken(answer);
            return answer;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void learnToken(HttpResponse<String> answer) {
        var json = answer.headers().firstValue("Content-Type").filter(type -> type.contains("json"));
        if (json.isPresent() && json(answer).has("csrf")) {
            token = json(answer).get("csrf").get("token").asString();
        }
    }
}
