package com.dingshu.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.tenancy.AccessDenied;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Every role against every method of every door: what {@code tenants/roles.yaml} does not give is refused before anything
 * happens, what it gives is not. The file is read here anew, not through the product.
 */
@IntegrationTest
class RoleMatrixIT {

    private static final String PRODUCT = "com.dingshu";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Merchants merchants;

    /** A door's method, called through the bean that the application uses. */
    private record Operation(Object bean, Class<?> door, Method method) {

        String label() {
            return door.getSimpleName() + "." + method.getName() + "/" + method.getParameterCount();
        }

        Set<String> anyOf() {
            Requires requires = requireNonNull(AnnotatedElementUtils.getMergedAnnotation(method, Requires.class));
            return Set.copyOf(
                    Arrays.stream(requires.value()).map(Permission::id).toList());
        }
    }

    @TestFactory
    Stream<DynamicContainer> everyRole() throws IOException {
        Merchant merchant = merchants.open();
        List<Operation> operations = operations();
        assertThat(operations).hasSizeGreaterThan(10);
        return Stream.concat(roles(), Stream.of(Map.entry("nobody", Set.<String>of())))
                .map(role -> DynamicContainer.dynamicContainer(
                        role.getKey(), operations.stream().map(operation -> cell(merchant, role, operation))));
    }

    @Test
    void everyViewSaysWhoMayEnter() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        assertThat(scanner.findCandidateComponents(PRODUCT))
                .extracting(
                        candidate -> ClassUtils.resolveClassName(requireNonNull(candidate.getBeanClassName()), null))
                .filteredOn(view -> !view.getPackageName().contains(".archproof"))
                .allSatisfy(view -> assertThat(Stream.of(Requires.class, PermitAll.class, AnonymousAllowed.class)
                                .filter(view::isAnnotationPresent))
                        .as("%s is annotated with one of them", view.getSimpleName())
                        .hasSize(1));
    }

    private static DynamicTest cell(Merchant merchant, Map.Entry<String, Set<String>> role, Operation operation) {
        boolean allowed = operation.anyOf().stream().anyMatch(role.getValue()::contains);
        return DynamicTest.dynamicTest((allowed ? "may " : "may not ") + operation.label(), () -> {
            Optional<Throwable> failure = call(merchant, role.getValue(), operation);
            if (allowed) {
                assertThat(failure.filter(AccessDenied.class::isInstance)).isEmpty();
            } else {
                assertThat(failure).containsInstanceOf(AccessDenied.class);
            }
        });
    }

    private static Optional<Throwable> call(Merchant merchant, Set<String> permissions, Operation operation) {
        Set<Permission> held = Set.copyOf(permissions.stream()
                .map(id -> Permission.byId(id).orElseThrow())
                .toList());
        Actor actor = new Actor(Actor.Kind.USER, null, "test", held, null);
        Object[] arguments = Arrays.stream(operation.method.getParameterTypes())
                .map(RoleMatrixIT::empty)
                .toArray();
        return Acting.as(merchant.id(), actor).call(() -> {
            try {
                operation.method.invoke(operation.bean, arguments);
                return Optional.<Throwable>empty();
            } catch (InvocationTargetException failed) {
                return Optional.of(requireNonNull(failed.getCause()));
            }
        });
    }

    private static @Nullable Object empty(Class<?> type) {
        return type.isPrimitive() ? java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0) : null;
    }

    private List<Operation> operations() {
        return Arrays.stream(application.getBeanDefinitionNames())
                .map(application::getBean)
                .filter(bean -> AopUtils.getTargetClass(bean).getName().startsWith(PRODUCT))
                .flatMap(bean -> operations(bean, AopUtils.getTargetClass(bean)))
                .sorted(Comparator.comparing(Operation::label))
                .toList();
    }

    private static Stream<Operation> operations(Object bean, Class<?> door) {
        return Arrays.stream(door.getDeclaredMethods())
                .filter(method -> AnnotatedElementUtils.isAnnotated(method, Requires.class))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(method -> new Operation(bean, door, method));
    }

    private static Stream<Map.Entry<String, Set<String>>> roles() throws IOException {
        try (var file = new ClassPathResource("tenants/roles.yaml").getInputStream()) {
            JsonNode roles = new YAMLMapper().readTree(file).get("roles");
            return roles
                    .propertyStream()
                    .map(role -> Map.entry(role.getKey(), permissions(role.getValue())))
                    .toList()
                    .stream();
        }
    }

    private static Set<String> permissions(JsonNode role) {
        return Set.copyOf(
                role.get("permissions").valueStream().map(JsonNode::asString).toList());
    }
}
