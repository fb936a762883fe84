package com.dingshu.orders;

import com.dingshu.tenancy.DomainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an order has to tell since it was read: lines for its timeline and events for others. */
final class News {

    private final List<Fact> facts = new ArrayList<>();
    private final List<DomainEvent> events = new ArrayList<>();

    /** A line of the timeline to be. */
    record Fact(FactKind kind, Instant at, @Nullable String reason, List<String> args) {}

    void fact(FactKind kind, Instant at, @Nullable String reason, String... args) {
        facts.add(new Fact(kind, at, reason, List.of(args)));
    }

    void event(DomainEvent event) {
        events.add(event);
    }

    List<Fact> facts() {
        return facts;
    }

    List<DomainEvent> events() {
        return events;
    }

    void told() {
        facts.clear();
        events.clear();
    }
}
