package com.dingshu.tenancy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings the events of a tenant to their consumers, in order for each thing they tell of. A consumer gets what waits for
 * it in portions, each in one transaction; a portion that fails is taken event by event, so that one bad event harms
 * none but the later ones of its own thing.
 */
@Component
class EventDelivery implements TenantWork {

    static final String KIND = "events";

    private static final Logger log = LoggerFactory.getLogger(EventDelivery.class);
    private static final int MOST_WAITING = 512;
    /** Portions are cut to powers of two, so that few different statements are prepared. */
    private static final int LARGEST_PORTION = 64;

    private final Outbox outbox;
    private final EventConsumers consumers;
    private final Retrying retrying;

    EventDelivery(Outbox outbox, EventConsumers consumers, Retrying retrying) {
        this.outbox = outbox;
        this.consumers = consumers;
        this.retrying = retrying;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Actor actor() {
        return Actor.job("events", Permission.values());
    }

    @Override
    public boolean pending() {
        return outbox.anyDue();
    }

    @Override
    public int drain() {
        int done = 0;
        for (List<Outbox.Pending> forOne : dueByConsumer().values()) {
            for (int from = 0; from < forOne.size(); ) {
                int size = Math.min(LARGEST_PORTION, Integer.highestOneBit(forOne.size() - from));
                done += deliver(forOne.subList(from, from + size));
                from += size;
            }
        }
        return done;
    }

    /** What may be delivered now: an event not yet due holds back the later ones of its thing. */
    private Map<String, List<Outbox.Pending>> dueByConsumer() {
        Map<String, List<Outbox.Pending>> due = new LinkedHashMap<>();
        Set<Line> blocked = new HashSet<>();
        for (Outbox.Pending event : outbox.waiting(MOST_WAITING)) {
            if (event.early()) {
                blocked.add(Line.of(event));
            } else if (!blocked.contains(Line.of(event))) {
                due.computeIfAbsent(event.consumer(), name -> new ArrayList<>()).add(event);
            }
        }
        return due;
    }

    private int deliver(List<Outbox.Pending> portion) {
        try {
            return consume(portion);
        } catch (RuntimeException failed) {
            return portion.size() == 1 ? setBack(portion.getFirst(), failed) : deliverEach(portion);
        }
    }

    private int deliverEach(List<Outbox.Pending> portion) {
        Set<Line> blocked = new HashSet<>();
        int done = 0;
        for (Outbox.Pending event : portion) {
            if (!blocked.contains(Line.of(event)) && deliver(List.of(event)) == 0) {
                blocked.add(Line.of(event));
            } else if (!blocked.contains(Line.of(event))) {
                done++;
            }
        }
        return done;
    }

    private int setBack(Outbox.Pending event, RuntimeException failed) {
        log.warn("{} could not take {}; tried again later", event.consumer(), event.eventType(), failed);
        retrying.inTransaction(() -> outbox.markFailed(event, Outbox.describe(failed)));
        return 0;
    }

    private int consume(List<Outbox.Pending> portion) {
        String name = portion.getFirst().consumer();
        EventConsumer<?> consumer = consumers.named(name);
        if (consumer == null) {
            throw new IllegalStateException("No consumer is called " + name);
        }
        retrying.inTransaction(() -> consume(portion, consumer));
        return portion.size();
    }

    private <E extends DomainEvent> void consume(List<Outbox.Pending> portion, EventConsumer<E> consumer) {
        List<UUID> ids = portion.stream().map(Outbox.Pending::id).toList();
        if (outbox.markDone(ids) != ids.size()) {
            throw new IllegalStateException("Another worker has taken some of these events");
        }
        consumer.onAll(portion.stream()
                .map(event -> outbox.read(event, consumer.type()))
                .toList());
    }

    private record Line(String consumer, UUID aggregateId) {

        static Line of(Outbox.Pending event) {
            return new Line(event.consumer(), event.aggregateId());
        }
    }
}
