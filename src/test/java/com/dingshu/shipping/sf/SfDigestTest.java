package com.dingshu.shipping.sf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SfDigestTest {

    @TestFactory
    Stream<DynamicTest> givesTheDigestSfPublishes() throws Exception {
        try (InputStream vectors =
                Objects.requireNonNull(SfDigestTest.class.getResourceAsStream("/shipping/sf-vectors.json"))) {
            return new JsonMapper()
                            .readTree(vectors)
                            .valueStream()
                            .map(vector ->
                                    DynamicTest.dynamicTest(vector.path("id").asString(), () -> check(vector)))
                            .toList()
                            .stream();
        }
    }

    private static void check(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        assertThat(SfDigest.of(
                        in.path("msgData").asString(),
                        in.path("timestamp").asString(),
                        in.path("checkWord").asString()))
                .isEqualTo(vector.path("expected").asString());
    }
}
