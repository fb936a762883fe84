package com.dingshu.shared;

import java.math.BigInteger;

/** Divides a whole amount into parts that always sum to it exactly. */
public final class Split {

    private Split() {}

    /** What the first {@code units} of {@code of} equal units carry of {@code total}: floor(total · units / of). */
    public static long ofUnits(long total, long units, long of) {
        if (of <= 0 || units < 0 || units > of) {
            throw new IllegalArgumentException(units + " of " + of + " units");
        }
        return floorProduct(total, units, of);
    }

    /**
     * Divides {@code total} in proportion to the weights, each part the difference of two running floors, so that parts
     * sum to the total and differ from the exact share by less than one unit. Zero weights everywhere share evenly.
     */
    public static long[] byWeights(long total, long... weights) {
        long[] effective = allZero(weights) ? evenly(weights.length) : weights;
        long sum = 0;
        for (long weight : effective) {
            if (weight < 0) {
                throw new IllegalArgumentException("negative weight " + weight);
            }
            sum = Math.addExact(sum, weight);
        }
        long[] parts = new long[effective.length];
        long given = 0;
        long running = 0;
        for (int i = 0; i < effective.length; i++) {
            running += effective[i];
            long upTo = floorProduct(total, running, sum);
            parts[i] = upTo - given;
            given = upTo;
        }
        return parts;
    }

    private static boolean allZero(long[] weights) {
        for (long weight : weights) {
            if (weight != 0) {
                return false;
            }
        }
        return true;
    }

    private static long[] evenly(int parts) {
        long[] ones = new long[parts];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    private static long floorProduct(long total, long part, long whole) {
        BigInteger product = BigInteger.valueOf(total).multiply(BigInteger.valueOf(part));
        BigInteger[] divided = product.divideAndRemainder(BigInteger.valueOf(whole));
        boolean roundDown = divided[1].signum() < 0;
        return divided[0].subtract(roundDown ? BigInteger.ONE : BigInteger.ZERO).longValueExact();
    }
}
