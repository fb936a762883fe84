package com.dingshu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SplitTest {

    @Property
    void partsSumToTheTotalAndStayWithinOneUnit(
            @ForAll @LongRange(min = -10_000_000, max = 10_000_000) long total,
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 0, max = 1_000_000) Long> given) {
        long[] weights = given.stream().mapToLong(Long::longValue).toArray();
        long[] parts = Split.byWeights(total, weights);
        assertThat(Arrays.stream(parts).sum()).isEqualTo(total);
        double sum = Arrays.stream(weights).sum();
        for (int i = 0; i < parts.length; i++) {
            double exact = sum == 0 ? (double) total / weights.length : total * (weights[i] / sum);
            assertThat(Math.abs(parts[i] - exact)).isLessThan(1.0001);
        }
    }

    @Property
    void unitSharesSumWhateverWayTheUnitsAreTaken(
            @ForAll @LongRange(min = 0, max = 10_000_000) long total, @ForAll @IntRange(min = 1, max = 500) int units) {
        long sum = 0;
        for (int k = 1; k <= units; k++) {
            sum += Split.ofUnits(total, k, units) - Split.ofUnits(total, k - 1, units);
        }
        assertThat(sum).isEqualTo(total);
    }

    @Test
    void sharesEvenlyWhenNothingWeighs() {
        assertThat(Split.byWeights(100, 0, 0, 0)).containsExactly(33, 33, 34);
    }
}
