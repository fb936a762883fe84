package com.dingshu.bench;

import java.util.Arrays;

/** Measured times of one kind of call, in nanoseconds. */
record Samples(long[] sorted) {

    static Samples of(long[] nanos) {
        long[] copy = nanos.clone();
        Arrays.sort(copy);
        return new Samples(copy);
    }

    /** In milliseconds; {@code share} between 0 and 1. */
    double percentile(double share) {
        int index = (int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
        return sorted[Math.max(0, index)] / 1e6;
    }
}
