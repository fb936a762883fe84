package com.dingshu.orders;

import com.dingshu.tenancy.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order's timeline.
 *
 * @param at when it happened, by whoever's clock tells it best
 * @param args what the wording of the kind needs
 */
public record TimelineEntry(
        Instant at,
        FactKind kind,
        Actor.Kind actorKind,
        String actor,
        @Nullable String reason,
        List<String> args) {

    public TimelineEntry {
        args = List.copyOf(args);
    }
}
