package com.dingshu.channels.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Payloads of the kinds that platforms really send, each with its right answer to the smallest unit. */
class VariantsTest {

    private static final List<String> CHANNELS = List.of("taobao", "douyin", "shopify");
    private static final Map<String, Mapping> MAPPINGS = CHANNELS.stream()
            .collect(Collectors.toMap(channel -> channel, channel -> Mapping.parse(BuiltInMappings.document(channel))));

    static Stream<Variant> variants() {
        return CHANNELS.stream().flatMap(channel -> Variant.of(channel).stream());
    }

    private static MappingResult mapped(Variant variant) {
        return Objects.requireNonNull(MAPPINGS.get(variant.channel())).map(variant.payload(), variant.context());
    }

    @ParameterizedTest
    @MethodSource("variants")
    void hasItsOneRightAnswer(Variant variant) {
        assertThat(variant.told(mapped(variant)))
                .as("%s: %s", variant, variant.file().path("about").asString())
                .isEqualTo(variant.expected());
    }

    @ParameterizedTest
    @MethodSource("variants")
    void saysWhereItComesFrom(Variant variant) {
        assertThat(variant.file().path("about").asString()).isNotBlank();
        assertThat(variant.file().path("source").asString()).isNotBlank();
    }

    @Test
    void thereAreManyOfEachChannel() {
        assertThat(CHANNELS)
                .allSatisfy(channel -> assertThat(Variant.of(channel)).hasSizeGreaterThanOrEqualTo(15));
    }
}
