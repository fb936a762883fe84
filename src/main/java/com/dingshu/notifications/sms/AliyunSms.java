package com.dingshu.notifications.sms;

import com.dingshu.notifications.WayOut;
import com.dingshu.shared.Sentence;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends through Aliyun's {@code SendSms}; the wording lies there under a registered code. */
final class AliyunSms implements WayOut {

    private static final Set<String> COME_BACK = Set.of(
            "isv.BUSINESS_LIMIT_CONTROL",
            "isp.SYSTEM_ERROR",
            "SignatureNonceUsed",
            "ServiceUnavailable",
            "InternalError");

    private final AliyunSettings settings;
    private final HttpClient http;
    private final JsonMapper json;
    private final Clock clock;

    AliyunSms(AliyunSettings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String name() {
        return "SMS";
    }

    @Override
    public Outcome send(Outgoing message) {
        String code = settings.templates().get(message.template() + "-" + message.language());
        if (code == null) {
            return new Outcome.Refused(
                    Sentence.of("notifications.problem.no-template", message.template() + "-" + message.language()));
        }
        HttpRequest request = HttpRequest.newBuilder(settings.endpoint())
                .timeout(settings.timeout())
                .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .POST(BodyPublishers.ofString(form(message, code)))
                .build();
        try {
            return read(http.send(request, BodyHandlers.ofString()));
        } catch (IOException away) {
            return new Outcome.Later(away.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Outcome.Later("interrupted");
        }
    }

    private String form(Outgoing message, String code) {
        Map<String, String> params = new TreeMap<>();
        params.put("AccessKeyId", settings.accessKeyId());
        params.put("Action", "SendSms");
        params.put("Format", "JSON");
        params.put("OutId", message.id());
        params.put("PhoneNumbers", number(message.phone()));
        params.put("RegionId", settings.region());
        params.put("SignName", settings.signName());
        params.put("SignatureMethod", "HMAC-SHA1");
        params.put("SignatureNonce", UUID.randomUUID().toString());
        params.put("SignatureVersion", "1.0");
        params.put("TemplateCode", code);
        params.put("TemplateParam", json.writeValueAsString(message.params()));
        params.put("Timestamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        params.put("Version", "2017-05-25");
        params.put("Signature", AliyunSignature.of("POST", params, settings.accessKeySecret()));
        return params.entrySet().stream()
                .map(param -> AliyunSignature.escaped(param.getKey()) + "=" + AliyunSignature.escaped(param.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Mainland numbers without the country code, others with 00 before it. */
    private static String number(String e164) {
        return e164.startsWith("+86") ? e164.substring(3) : "00" + e164.substring(1);
    }

    private Outcome read(HttpResponse<String> response) {
        JsonNode answer;
        try {
            answer = json.readTree(response.body());
        } catch (JacksonException unreadable) {
            return new Outcome.Later("HTTP " + response.statusCode());
        }
        String code = answer.path("Code").asString("");
        if (code.equals("OK")) {
            return new Outcome.Sent(answer.path("BizId").asString(""));
        }
        boolean passes = response.statusCode() >= 500 || code.startsWith("Throttling") || COME_BACK.contains(code);
        String reason = code.isEmpty() ? "HTTP " + response.statusCode() : code;
        return passes || code.isEmpty() ? new Outcome.Later(reason) : new Outcome.Refused(reason);
    }
}
