package com.dingshu.channels.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(JsonSlices.elements(JSON, "d", "o", "id")).isEmpty();
    }

    @Test
    void anObjectThatStandsAloneIsTheOnlyElement() {
        assertThat(JsonSlices.elements("{\"trades\":{\"trade\":{\"tid\":1}}}".getBytes(UTF_8), "trades", "trade"))
                .singleElement()
                .satisfies(one -> assertThat(new String(one, UTF_8)).isEqualTo("{\"tid\":1}"));
        assertThat(JsonSlices.elements("{\"trades\":{\"trade\":null}}".getBytes(UTF_8), "trades", "trade"))
                .isEmpty();
    }

    @Test
    void aMarkAtTheBeginningShiftsNothing() {
        byte[] marked = "\uFEFF[{\"茶\":1}, {\"b\":2}]".getBytes(UTF_8);
        assertThat(JsonSlices.elements(marked))
                .extracting(one -> new String(one, UTF_8))
                .containsExactly("{\"茶\":1}", "{\"b\":2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32BE"})
    void ofAnotherEncodingNothingIsCut(String encoding) {
        byte[] other = "{\"id\":1,\"a\":[{\"b\":2}]}".getBytes(Charset.forName(encoding));
        assertThat(JsonSlices.at(other, "id")).isEmpty();
        assertThat(JsonSlices.elements(other, "a")).isEmpty();
    }
}
