package com.dingshu.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Cuts lists for statements of many rows or keys. Portions have a power of two as their size, so that the database
 * prepares few distinct statements whatever the length of the list.
 */
public final class Batches {

    private static final int LARGEST = 256;

    private Batches() {}

    /** For rows to be written: the list in its order, in portions of 256, 128, … 2, 1. */
    public static <T> List<List<T>> powersOfTwo(List<T> all) {
        List<List<T>> portions = new ArrayList<>();
        int from = 0;
        while (from < all.size()) {
            int size = Math.min(LARGEST, Integer.highestOneBit(all.size() - from));
            portions.add(all.subList(from, from + size));
            from += size;
        }
        return portions;
    }

    /** For keys to be looked up: portions of at most 256, the last filled up to a power of two by repeating its last key. */
    public static <T> List<List<T>> filledUp(Collection<T> keys) {
        List<T> all = keys.stream().distinct().toList();
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += LARGEST) {
            List<T> portion = new ArrayList<>(all.subList(from, Math.min(all.size(), from + LARGEST)));
            int size = Integer.highestOneBit(Math.max(1, portion.size() * 2 - 1));
            while (portion.size() < size) {
                portion.add(portion.getLast());
            }
            portions.add(portion);
        }
        return portions;
    }
}
