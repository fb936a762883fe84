package com.dingshu.channels.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

    private static final String DOCUMENT = """
            {"a": {"b": [{"c": 1, "d": [1, 2]}, {"c": 2, "d": [3]}, {"e": null}]}, "x": [[1, 2], [3]], "单号": "9", "k y": {"z": true}}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.b[0].c",
                "a.b.c",
                "a.b.d",
                "a.b.d[0]",
                "a.b[7]",
                "a.none.c",
                "单号",
                "`k y`.z",
                "a.b.e",
                "$$.a.b[1].c"
            })
    void aPlainPathMeansWhatItMeansInJsonata(String path) {
        Object document = Json.parseJson(DOCUMENT);
        Source source = Source.of(path);
        assertThat(source).isInstanceOf(Source.Path.class);
        assertThat(String.valueOf(source.value(document, document)))
                .isEqualTo(String.valueOf(Jsonata.jsonata(path).evaluate(document)));
    }
}
