package com.dingshu.architecture;

import static java.util.stream.Collectors.joining;

import com.dingshu.tenancy.DomainEvent;
import com.dingshu.tenancy.EventConsumer;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;

/** Lists the events, what they carry, who tells them and who listens, as the code has it. */
record EventList(JavaClasses classes) {

    private static final Set<String> EVERY_EVENT_HAS = Set.of("tenantId", "aggregateId");

    String table() {
        return events().map(this::row)
                .collect(joining(
                        "\n",
                        "| Event | carries besides tenant and aggregate | told by | heard by |\n|---|---|---|---|\n",
                        ""));
    }

    private Stream<JavaClass> events() {
        return classes
                .that(DescribedPredicate.describe(
                        "are events", type -> type.isRecord() && type.isAssignableTo(DomainEvent.class)))
                .stream()
                .sorted(Comparator.comparing((JavaClass event) -> module(event))
                        .thenComparing(JavaClass::getSimpleName));
    }

    private String row(JavaClass event) {
        return "| `%s.%s` | %s | %s | %s |"
                .formatted(module(event), event.getSimpleName(), carries(event), tellers(event), listeners(event));
    }

    private static String carries(JavaClass event) {
        return Arrays.stream(event.reflect().getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !EVERY_EVENT_HAS.contains(name))
                .collect(joining(", "));
    }

    private static String tellers(JavaClass event) {
        return event.getConstructorCallsToSelf().stream()
                .map(call -> module(call.getOriginOwner()))
                .distinct()
                .sorted()
                .collect(joining(", "));
    }

    private String listeners(JavaClass event) {
        return classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Bean.class) && listensTo(method.getReturnType(), event))
                .map(method -> module(method.getOwner()) + "." + method.getName())
                .sorted()
                .collect(joining(", "));
    }

    private static boolean listensTo(JavaType face, JavaClass event) {
        return face.toErasure().isEquivalentTo(EventConsumer.class)
                && face instanceof JavaParameterizedType typed
                && typed.getActualTypeArguments().getFirst().toErasure().equals(event);
    }

    private static String module(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }
}
