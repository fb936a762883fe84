package com.dingshu.channels;

/**
 * Why payloads wait: what is repaired alike. A field of a channel and what is wrong with it.
 *
 * @param problemKind see {@link com.dingshu.channels.mapping.Problem.Kind}
 */
public record InboxReason(String channel, String problemKind, String problemField) {

    /** Stands for the field of unmapped items, whichever line they are in. */
    static final String ITEM_FIELD = "skuCode";

    /** A reason and how many wait for it. */
    public record Counted(InboxReason reason, int count) {}
}
