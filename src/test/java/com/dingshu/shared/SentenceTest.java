package com.dingshu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceTest {

    @Test
    void ourOwnWordsAreToldByTheirKey() {
        assertThat(told(Sentence.of("shipping.problem.no-account")))
                .isEqualTo("shipping.problem.no-account told with []");
    }

    @Test
    void whatFillsThemInIsKept() {
        assertThat(told(Sentence.of("shipping.problem.out-of-range", "31 | 不收", "")))
                .isEqualTo("shipping.problem.out-of-range told with [31   不收, ]");
    }

    @Test
    void aPartnersWordsAreToldAsTheyAre() {
        assertThat(told("8016 | 不收派路 1 号")).isEqualTo("8016 | 不收派路 1 号");
        assertThat(told("@somebody said so")).isEqualTo("@somebody said so");
    }

    private static String told(String stored) {
        return Sentence.told(
                stored,
                (key, args) -> key.contains("problem") ? key + " told with " + List.copyOf(Arrays.asList(args)) : key);
    }
}
