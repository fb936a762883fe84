package com.dingshu.channels.taobao;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.channels.SignVectors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class TaobaoSigningTest {

    static List<JsonNode> vectors() {
        return SignVectors.of("taobao");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agreesWithTheVector(JsonNode vector) {
        Map<String, String> parameters = SignVectors.texts(vector.path("inputs").path("params"));
        String secret = vector.path("inputs").path("app_secret").asString();
        assertThat(TaobaoSigning.sign(parameters, secret, method(vector)))
                .isEqualTo(vector.path("expected").asString());
    }

    private static String method(JsonNode vector) {
        return switch (vector.path("algorithm").asString()) {
            case "MD5" -> "md5";
            case "HMAC-MD5" -> "hmac";
            default -> "hmac-sha256";
        };
    }

    @Test
    void leavesOutEmptyValuesAndTheSignatureItself() {
        Map<String, String> parameters = new HashMap<>(Map.of("method", "m", "app_key", "1"));
        String plain = TaobaoSigning.sign(parameters, "s");
        parameters.put("sign", "whatever");
        parameters.put("fields", "");
        assertThat(TaobaoSigning.sign(parameters, "s")).isEqualTo(plain);
    }
}
