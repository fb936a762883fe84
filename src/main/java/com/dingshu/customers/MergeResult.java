package com.dingshu.customers;

/** What became of two customers that are said to be one. */
public sealed interface MergeResult {

    /** One stands for both now. */
    record Merged() implements MergeResult {}

    /** It was so before. */
    record Already() implements MergeResult {}

    /** Nothing has changed. */
    record Refused(Why why) implements MergeResult {}

    /** Why two customers cannot be made one. */
    enum Why {
        SAME,
        /** At least one of them is not the merchant's, or not there. */
        UNKNOWN,
        /** The one that is to stand for both has itself been merged into another. */
        KEPT_IS_MERGED,
        /** The other one has been merged into a third. */
        MERGED_ELSEWHERE
    }
}
