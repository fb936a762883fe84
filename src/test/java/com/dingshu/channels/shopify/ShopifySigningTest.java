package com.dingshu.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.channels.SignVectors;
import com.dingshu.channels.connect.Digests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ShopifySigningTest {

    static List<JsonNode> vectors() {
        return SignVectors.of("shopify");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agreesWithTheVector(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        String secret = in.path("shared_secret").asString();
        String expected = vector.path("expected").asString();
        assertThat(
                        in.has("raw_body")
                                ? ShopifySigning.webhookFits(
                                        secret,
                                        Digests.bytes(in.path("raw_body").asString()),
                                        expected)
                                : ShopifySigning.installationFits(
                                        secret, with(SignVectors.texts(in.path("query")), expected)))
                .isTrue();
    }

    private static Map<String, String> with(Map<String, String> query, String hmac) {
        query.put("hmac", hmac);
        return query;
    }

    @Test
    void refusesAnythingElse() {
        byte[] body = Digests.bytes("{\"id\":1}");
        assertThat(ShopifySigning.webhookFits("hush", body, "")).isFalse();
        assertThat(ShopifySigning.webhookFits("", body, "")).isFalse();
        assertThat(ShopifySigning.webhookFits("hush", body, "not base64 !")).isFalse();
        assertThat(ShopifySigning.webhookFits("hush", body, "hMTq0K2x7oyOjoBwGYeTj5oxfnaVYXzbanUG9aajpKI="))
                .isFalse();
        assertThat(ShopifySigning.installationFits("hush", Map.of("shop", "some-shop.myshopify.com")))
                .isFalse();
    }
}
