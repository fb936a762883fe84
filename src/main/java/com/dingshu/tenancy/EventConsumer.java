package com.dingshu.tenancy;

import java.util.List;

/**
 * Wants to know of one kind of event. The call runs bound to the event's tenant, in a transaction that also marks the
 * event as done, so that its effect happens once. An exception rolls both back and is tried again later.
 */
public interface EventConsumer<E extends DomainEvent> {

    /** Unique and never changed: rows waiting for it carry this name. At most 60 characters. */
    String name();

    Class<E> type();

    void on(E event);

    /**
     * Takes several events of one tenant at once, oldest first, in one transaction. Consumers that can do many more
     * cheaply than one override it; when it fails, each event is taken alone.
     */
    default void onAll(List<E> events) {
        events.forEach(this::on);
    }
}
