package com.dingshu.channels.douyin;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.channels.SignVectors;
import com.dingshu.channels.connect.Digests;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DouyinSigningTest {

    static List<JsonNode> vectors() {
        return SignVectors.of("douyin");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agreesWithTheVector(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        String expected = vector.path("expected").asString();
        switch (vector.path("channel").asString()) {
            case "doudian" ->
                assertThat(DouyinSigning.request(
                                in.path("app_key").asString(),
                                in.path("app_secret").asString(),
                                in.path("method").asString(),
                                in.path("param_json").asString(),
                                in.path("timestamp").asString()))
                        .isEqualTo(expected);
            case "doudian-push" -> assertThat(pushFits(in, expected)).isTrue();
            default ->
                assertThat(DouyinSigning.spi(
                                in.path("app_key").asString(),
                                in.path("app_secret").asString(),
                                in.path("param_json").asString(),
                                in.path("timestamp").asString(),
                                in.path("sign_method").asString()))
                        .isEqualTo(expected);
        }
    }

    private static boolean pushFits(JsonNode in, String sign) {
        return DouyinSigning.pushFits(
                in.path("app_key").asString(),
                in.path("app_secret").asString(),
                Digests.bytes(in.path("raw_body").asString()),
                sign);
    }

    @Test
    void refusesAPushThatWasChangedOrIsNotSigned() {
        JsonNode in = vectors().stream()
                .filter(v -> v.path("id").asString().equals("doudian-push-create"))
                .findFirst()
                .orElseThrow()
                .path("inputs");
        assertThat(pushFits(in, "")).isFalse();
        assertThat(pushFits(in, "zz")).isFalse();
        assertThat(pushFits(in, "0".repeat(32))).isFalse();
    }

    @Test
    void refusesEverythingWhereThereIsNoSecret() {
        byte[] body = Digests.bytes("[]");
        String forged = Digests.lowerHex(Digests.md5(Digests.bytes("7012345"), body));
        assertThat(DouyinSigning.pushFits("7012345", "", body, forged)).isFalse();
    }

    @Test
    void sortsKeysAtEveryLevelAndLeavesNumbersAndMarkupAlone() {
        assertThat(SortedJson.of("{\"b\": 1.50, \"a\": [{\"d\": \"<&>\", \"c\": 6930504568556819833}], \"中\": null}"))
                .isEqualTo("{\"a\":[{\"c\":6930504568556819833,\"d\":\"<&>\"}],\"b\":1.50,\"中\":null}");
    }
}
