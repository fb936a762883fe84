package com.dingshu.notifications.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.notifications.WayOut.Outcome;
import com.dingshu.notifications.WayOut.Outgoing;
import com.dingshu.testing.SimulatorProcess;
import com.dingshu.testing.TestClock;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AliyunSmsIT {

    private static final SimulatorProcess SIMULATOR = SimulatorProcess.start();
    private static final JsonMapper JSON = new JsonMapper();

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @BeforeEach
    void calm() {
        SIMULATOR.post("/_sim/sms/accounts", "{\"accessKeyId\":\"id\",\"accessKeySecret\":\"secret\"}");
        SIMULATOR.delete("/_sim/sms/messages");
        SIMULATOR.delete("/_sim/faults");
    }

    @Test
    void signsTheWayAliyunsExampleSays() throws Exception {
        try (InputStream file = Objects.requireNonNull(
                AliyunSmsIT.class.getResourceAsStream("/notifications/aliyun-sms-vectors.json"))) {
            for (JsonNode vector : JSON.readTree(file)) {
                JsonNode in = vector.path("inputs");
                Map<String, String> params = JSON.convertValue(in.path("params"), new TypeReference<>() {});
                assertThat(AliyunSignature.of(
                                in.path("http_method").asString(),
                                params,
                                in.path("access_key_secret").asString()))
                        .isEqualTo(vector.path("expected").asString());
            }
        }
    }

    @Test
    void theProviderTakesASignedMessage() {
        assertThat(sms("secret").send(message("+8613800138000"))).isInstanceOf(Outcome.Sent.class);
        JsonNode sent = SIMULATOR.get("/_sim/sms/messages").path(0);
        assertThat(sent.path("PhoneNumbers").asString()).isEqualTo("13800138000");
        assertThat(sent.path("TemplateCode").asString()).isEqualTo("SMS_1");
        assertThat(sent.path("SignName").asString()).isEqualTo("订枢 ~*测试");
        assertThat(sent.path("TemplateParam").asString()).contains("a+b c~*/=");
    }

    @Test
    void numbersAbroadAreDialledWithTheirCountry() {
        sms("secret").send(message("+601112345678"));
        assertThat(SIMULATOR
                        .get("/_sim/sms/messages")
                        .path(0)
                        .path("PhoneNumbers")
                        .asString())
                .isEqualTo("00601112345678");
    }

    @Test
    void aWrongSecretIsRefusedForGood() {
        assertThat(sms("wrong").send(message("+8613800138000")))
                .isEqualTo(new Outcome.Refused("SignatureDoesNotMatch"));
    }

    @Test
    void aBusyProviderIsTriedLater() {
        SIMULATOR.post(
                "/_sim/faults", "{\"channel\":\"aliyun-sms\",\"target\":\"api\",\"kind\":\"limit\",\"count\":1}");
        assertThat(sms("secret").send(message("+8613800138000")))
                .isEqualTo(new Outcome.Later("isv.BUSINESS_LIMIT_CONTROL"));
        SIMULATOR.post(
                "/_sim/faults",
                "{\"channel\":\"aliyun-sms\",\"target\":\"api\",\"kind\":\"status\",\"value\":503,\"count\":1}");
        assertThat(sms("secret").send(message("+8613800138000"))).isEqualTo(new Outcome.Later("HTTP 503"));
    }

    @Test
    void aWordingThatIsNotRegisteredIsRefused() {
        Outgoing unknown = new Outgoing("1", "shipped", "en", "+8613800138000", "", Map.of());
        assertThat(sms("secret").send(unknown)).isInstanceOf(Outcome.Refused.class);
    }

    private static AliyunSms sms(String secret) {
        return new AliyunSms(
                new AliyunSettings(
                        "id",
                        secret,
                        URI.create(SIMULATOR.url("/aliyun-sms/")),
                        "cn-hangzhou",
                        "订枢 ~*测试",
                        Map.of("status-code-zh", "SMS_1"),
                        Duration.ofSeconds(3)),
                JSON,
                new TestClock());
    }

    private static Outgoing message(String phone) {
        return new Outgoing("id-1", "status-code", "zh", phone, "", Map.of("code", "a+b c~*/="));
    }
}
