package com.dingshu.channels.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonSlicesTest {

    private static final byte[] JSON =
            "{ \"x\": [1, {\"a\": \"奶\\u0041\"} , \"s\", 12.50,null,true], \"d\": {\"o\" :  {\"id\":6930504568556819833, \"n\":[ ]} } }"
                    .getBytes(StandardCharsets.UTF_8);

    private static String text(byte[] slice) {
        return new String(slice, StandardCharsets.UTF_8);
    }

    @Test
    void cutsElementsAsTheyAreWritten() {
        List<String> elements = JsonSlices.elements(JSON, "x").stream()
                .map(JsonSlicesTest::text)
                .toList();
        assertThat(elements).containsExactly("1", "{\"a\": \"奶\\u0041\"}", "\"s\"", "12.50", "null", "true");
    }

    @Test
    void cutsAValueOutOfNestedObjects() {
        assertThat(JsonSlices.at(JSON, "d", "o").map(JsonSlicesTest::text))
                .hasValue("{\"id\":6930504568556819833, \"n\":[ ]}");
        assertThat(JsonSlices.at(JSON, "d", "none")).isEmpty();
        assertThat(JsonSlices.at("{broken".getBytes(StandardCharsets.UTF_8), "a"))
                .isEmpty();
        assertThat(JsonSlices.elements(JSON, "d")).isEmpty();
    }
}
