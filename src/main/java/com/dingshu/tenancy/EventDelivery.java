package com.dingshu.tenancy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings the events of a tenant to their consumers, in order for each thing they tell of. */
@Component
class EventDelivery implements TenantWork {

    static final String KIND = "events";

    private static final Logger log = LoggerFactory.getLogger(EventDelivery.class);
    private static final int PORTION = 200;

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
        List<Outbox.Pending> waiting = outbox.waiting(PORTION);
        Set<Line> blocked = new HashSet<>();
        int done = 0;
        for (Outbox.Pending event : waiting) {
            Line line = new Line(event.consumer(), event.aggregateId());
            if (blocked.contains(line)) {
                continue;
            }
            if (event.attempts() < 0 || !deliver(event)) {
                blocked.add(line);
            } else {
                done++;
            }
        }
        return done;
    }

    private boolean deliver(Outbox.Pending event) {
        EventConsumer<?> consumer = consumers.named(event.consumer());
        try {
            if (consumer == null) {
                throw new IllegalStateException("No consumer is called " + event.consumer());
            }
            retrying.inTransaction(() -> consume(event, consumer));
            return true;
        } catch (RuntimeException failed) {
            log.warn("{} could not take {}; tried again later", event.consumer(), event.eventType(), failed);
            retrying.inTransaction(() -> outbox.markFailed(event, Outbox.describe(failed)));
            return false;
        }
    }

    private <E extends DomainEvent> void consume(Outbox.Pending row, EventConsumer<E> consumer) {
        if (outbox.markDone(row.id())) {
            consumer.on(outbox.read(row, consumer.type()));
        }
    }

    private record Line(String consumer, UUID aggregateId) {}
}
