package com.dingshu.channels;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A raw payload in a list.
 *
 * @param externalId the channel's order number, empty when it cannot be told
 * @param repeats how often the very same came again
 * @param problemKind the class of the problem, null when there is none
 * @param waitingItem the item key that has to be mapped first
 * @param orderNumber our order, once it is in the system
 * @param nextAt when the product goes on with it by itself, null when it does not
 */
public record InboxSummary(
        UUID id,
        UUID shopId,
        String channel,
        RawKind kind,
        String externalId,
        RawState state,
        int attempts,
        int repeats,
        @Nullable String problemKind,
        @Nullable String problemField,
        @Nullable String problemDetail,
        @Nullable String waitingItem,
        int mappingVersion,
        @Nullable String orderNumber,
        Instant receivedAt,
        Instant changedAt,
        @Nullable Instant nextAt) {

    /** Why it waits; empty when nothing is wrong with it. */
    public Optional<InboxReason> reason() {
        if (problemKind == null || problemField == null) {
            return Optional.empty();
        }
        String field = waitingItem == null ? problemField : InboxReason.ITEM_FIELD;
        return Optional.of(new InboxReason(channel, problemKind, field));
    }
}
