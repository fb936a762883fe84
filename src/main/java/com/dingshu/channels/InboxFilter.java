package com.dingshu.channels;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which payloads of the inbox are wanted.
 *
 * @param states any of these
 * @param shopId of this shop alone, null for all
 * @param reason that wait for this reason alone, null for all
 */
public record InboxFilter(
        Set<RawState> states,
        @Nullable UUID shopId,
        @Nullable InboxReason reason) {

    public InboxFilter {
        states = Set.copyOf(states);
    }

    /** Every payload in one of these states. */
    public static InboxFilter of(Set<RawState> states) {
        return new InboxFilter(states, null, null);
    }
}
