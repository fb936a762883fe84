package com.dingshu.channels.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.json.Json;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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

    private static @Nullable Object evaluated(String text, Bounds bounds) {
        Jsonata expression = Jsonata.jsonata(text);
        Jsonata.Frame frame = expression.createFrame();
        bounds.over(frame);
        return expression.evaluate(Json.parseJson(DOCUMENT), frame);
    }

    @Test
    void anExpressionOverAThousandLinesIsWithinItsBounds() {
        Source source = Source.of("$sum([1..1000].($ * 2 > 3 ? $ : 0)) & ''");
        assertThat(source.value(Map.of(), Map.of())).isEqualTo("500499");
    }

    @Test
    void aPauseOfTheMachineLeavesAnExpressionWhole() {
        Jsonata expression = Jsonata.jsonata("$sum(a.b.c)");
        Jsonata.Frame frame = expression.createFrame();
        new Bounds().over(frame);
        LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
        assertThat(expression.evaluate(Json.parseJson(DOCUMENT), frame)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($f := function($n) { $f($n + 1) }; $f(1))",
                "($f := function($n) { $f($n + 1) + 1 }; $f(1))",
                "$map([1..900000], function($n) { $n + 1 })",
                "$reduce([1..900000], function($a, $b) { $a + $b })",
                "[1..900000].($ + 1)"
            })
    void anExpressionWithoutEndIsBrokenOffWhereverItRuns(String text) {
        assertThatThrownBy(() -> Source.of(text).value(Map.of(), Map.of()))
                .isInstanceOfSatisfying(Bounds.Exceeded.class, exceeded -> assertThat(exceeded.kind)
                        .isEqualTo(Problem.Kind.EXPRESSION));
    }

    @Test
    void onlyAnExpressionThatRunsOutOfTimeIsWorthAnotherTry() {
        assertThatThrownBy(() -> evaluated("$sum(a.b.c)", new Bounds(1_000, Duration.ZERO)))
                .isInstanceOfSatisfying(Bounds.Exceeded.class, exceeded -> assertThat(exceeded.kind)
                        .isEqualTo(Problem.Kind.TOO_SLOW));
    }
}
