package com.dingshu.shipping.sf;

import com.dingshu.shipping.CarrierAccount;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts signed calls to SF's gateway and reads its answers, JSON within JSON: {@code apiResultData} is a text that holds
 * the service's own answer.
 */
@Component
class SfClient {

    private static final String GATEWAY_OK = "A1000";

    /** Expired time stamp, flow control, service away, system error: the same call may work in a while. */
    private static final Set<String> COME_BACK = Set.of("A1002", "A1005", "A1009", "A1099");

    private static final int LARGEST_ANSWER = 4_000_000;

    private final HttpClient http;
    private final SfSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    SfClient(SfSettings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** @param message becomes {@code msgData} */
    SfAnswer call(CarrierAccount account, SfService service, Object message) {
        HttpRequest request = HttpRequest.newBuilder(settings.endpoint())
                .timeout(settings.timeout())
                .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .POST(BodyPublishers.ofString(form(account, service, json.writeValueAsString(message))))
                .build();
        try {
            return read(http.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException away) {
            return new SfAnswer.Unreachable(away.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new SfAnswer.Unreachable("interrupted");
        }
    }

    private String form(CarrierAccount account, SfService service, String msgData) {
        String timestamp = Long.toString(clock.millis());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("partnerID", account.partnerId());
        fields.put("requestID", UUID.randomUUID().toString());
        fields.put("serviceCode", service.name());
        fields.put("timestamp", timestamp);
        fields.put("msgDigest", SfDigest.of(msgData, timestamp, account.secret()));
        fields.put("msgData", msgData);
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private SfAnswer read(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            return new SfAnswer.Unreachable("HTTP " + response.statusCode());
        }
        if (response.body().length > LARGEST_ANSWER) {
            return new SfAnswer.Unreachable("answer of " + response.body().length + " bytes");
        }
        try {
            return readGateway(json.readTree(response.body()));
        } catch (JacksonException unreadable) {
            return new SfAnswer.Unreachable("unreadable answer");
        }
    }

    private SfAnswer readGateway(JsonNode answer) {
        String code = answer.path("apiResultCode").asString("");
        String message = answer.path("apiErrorMsg").asString("");
        if (COME_BACK.contains(code) || code.isEmpty()) {
            return new SfAnswer.Unreachable(code + " " + message);
        }
        if (!code.equals(GATEWAY_OK)) {
            return new SfAnswer.Denied(code, message);
        }
        JsonNode data = answer.path("apiResultData");
        return readService(data.isString() ? json.readTree(data.asString()) : data);
    }

    private static SfAnswer readService(JsonNode answer) {
        if (answer.path("success").asBoolean(false)) {
            return new SfAnswer.Done(answer.path("msgData"));
        }
        return new SfAnswer.Denied(
                answer.path("errorCode").asString(""), answer.path("errorMsg").asString(""));
    }
}
