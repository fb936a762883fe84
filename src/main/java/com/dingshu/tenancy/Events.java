package com.dingshu.tenancy;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes what has happened, durably: the event is a row of the same transaction, one for each consumer, so it is
 * heard if and only if what it tells of was committed.
 */
@Component
public class Events {

    private final Outbox outbox;
    private final EventConsumers consumers;
    private final Doorbell doorbell;

    Events(Outbox outbox, EventConsumers consumers, Doorbell doorbell) {
        this.outbox = outbox;
        this.consumers = consumers;
        this.doorbell = doorbell;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(DomainEvent event) {
        publish(List.of(event));
    }

    /** Publishes many at once, in this order; all of the tenant now bound. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(List<? extends DomainEvent> events) {
        int tenant = Acting.current().tenantId();
        List<Outbox.Entry> entries = new ArrayList<>();
        for (DomainEvent event : events) {
            if (event.tenantId() != tenant) {
                throw new IllegalArgumentException("Event of tenant " + event.tenantId() + " published for " + tenant);
            }
            for (EventConsumer<?> consumer : consumers.of(event.getClass())) {
                entries.add(new Outbox.Entry(consumer.name(), event));
            }
        }
        if (!entries.isEmpty()) {
            outbox.insert(entries);
            doorbell.ring(EventDelivery.KIND, tenant);
        }
    }
}
