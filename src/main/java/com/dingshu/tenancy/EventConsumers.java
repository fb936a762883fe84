package com.dingshu.tenancy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who wants to know of what. Found late, since consumers themselves may publish. */
@Component
class EventConsumers {

    private final ObjectProvider<EventConsumer<?>> beans;
    private volatile @Nullable Registry registry;

    EventConsumers(ObjectProvider<EventConsumer<?>> beans) {
        this.beans = beans;
    }

    List<EventConsumer<?>> of(Class<?> eventType) {
        return registry().byType.getOrDefault(eventType, List.of());
    }

    @Nullable
    EventConsumer<?> named(String name) {
        return registry().byName.get(name);
    }

    private Registry registry() {
        Registry known = registry;
        if (known == null) {
            known = new Registry(beans.orderedStream().toList());
            registry = known;
        }
        return known;
    }

    private static final class Registry {
        private final Map<Class<?>, List<EventConsumer<?>>> byType;
        private final Map<String, EventConsumer<?>> byName;

        Registry(List<EventConsumer<?>> consumers) {
            byType = consumers.stream().collect(Collectors.groupingBy(EventConsumer::type));
            byName = consumers.stream().collect(Collectors.toUnmodifiableMap(EventConsumer::name, Function.identity()));
        }
    }
}
