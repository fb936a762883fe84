package com.dingshu.tenancy;

import java.util.List;
import java.util.function.Consumer;

/** Makes event consumers of methods, to be declared as beans. For names see {@link EventConsumer#name()}. */
public final class Consumes {

    private Consumes() {}

    /** One event after the other. */
    public static <E extends DomainEvent> EventConsumer<E> each(String name, Class<E> type, Consumer<E> action) {
        return new Batched<>(name, type, events -> events.forEach(action));
    }

    /** As many events at once as wait, oldest first; when they fail together, each is brought alone. */
    public static <E extends DomainEvent> EventConsumer<E> all(String name, Class<E> type, Consumer<List<E>> action) {
        return new Batched<>(name, type, action);
    }

    private record Batched<E extends DomainEvent>(String name, Class<E> type, Consumer<List<E>> action)
            implements EventConsumer<E> {

        @Override
        public void on(E event) {
            action.accept(List.of(event));
        }

        @Override
        public void onAll(List<E> events) {
            action.accept(events);
        }
    }
}
