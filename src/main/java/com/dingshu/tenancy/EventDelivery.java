package com.dingshu.tenancy;

import jakarta.persistence.EntityManager;
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
 * it in portions, the portions of all consumers in one transaction. When that fails each portion is taken by itself, and
 * one that fails event by event, so that one bad event harms none but the later ones of its own thing.
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
    private final EntityManager entities;

    EventDelivery(Outbox outbox, EventConsumers consumers, Retrying retrying, EntityManager entities) {
        this.outbox = outbox;
        this.consumers = consumers;
        this.retrying = retrying;
        this.entities = entities;
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
        List<List<Outbox.Pending>> left = List.copyOf(dueByConsumer().values());
        while (!left.isEmpty()) {
            done += deliverTogether(left.stream().map(EventDelivery::portion).toList());
            left = left.stream()
                    .map(waiting -> waiting.subList(portion(waiting).size(), waiting.size()))
                    .filter(rest -> !rest.isEmpty())
                    .toList();
        }
        return done;
    }

    private static List<Outbox.Pending> portion(List<Outbox.Pending> waiting) {
        return waiting.subList(0, Math.min(LARGEST_PORTION, Integer.highestOneBit(waiting.size())));
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

    /** The portions of all consumers in one transaction; when one of them fails, each by itself. */
    private int deliverTogether(List<List<Outbox.Pending>> portions) {
        if (portions.size() > 1) {
            try {
                retrying.inTransaction(() -> portions.forEach(this::consume));
                return portions.stream().mapToInt(List::size).sum();
            } catch (RuntimeException failed) {
                log.debug("The consumers' portions are taken apart", failed);
            }
        }
        return portions.stream().mapToInt(this::deliver).sum();
    }

    private int deliver(List<Outbox.Pending> portion) {
        try {
            retrying.inTransaction(() -> consume(portion));
            return portion.size();
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

    private void consume(List<Outbox.Pending> portion) {
        String name = portion.getFirst().consumer();
        EventConsumer<?> consumer = consumers.named(name);
        if (consumer == null) {
            throw new IllegalStateException("No consumer is called " + name);
        }
        consume(portion, consumer);
        // why: the next consumer may read by plain SQL
        entities.flush();
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
