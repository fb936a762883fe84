package com.dingshu.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.audit.History;
import com.dingshu.tenancy.Retrying;
import com.dingshu.tenancy.TenantKey;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.TenantId;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.core.support.DefaultRepositoryMetadata;

/**
 * Every entity, every repository and every history, driven as one merchant with the ids and values of another's row: none
 * of them may see it, count it or change it. New entities and queries are covered without being named here.
 */
@IntegrationTest
class EntityIsolationIT {

    @Autowired
    private EntityManager entities;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private History history;

    @Autowired
    private Retrying retrying;

    @Autowired
    private Merchants merchants;

    @TestFactory
    Stream<DynamicTest> nobodyMeetsTheRowOfAnotherMerchant() {
        return tenantEntities().map(type -> DynamicTest.dynamicTest(type.getName(), () -> assertHidden(type)));
    }

    @TestFactory
    Stream<DynamicTest> noQueryFindsTheRowOfAnotherMerchant() {
        return context.getBeansOfType(Repository.class).values().stream()
                .map(EntityIsolationIT::repositoryInterface)
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> assertQueriesHide(type)));
    }

    private void assertHidden(EntityType<?> type) throws Exception {
        var ours = merchants.open();
        var theirs = merchants.open();
        Canary canary = Canary.of(type, ours.id(), hibernate());
        String name = type.getName();
        ours.run(() -> retrying.inTransaction(() -> assertThat(count(name, canary.id()))
                .as("its owner finds it, so the test looks at the right place")
                .isEqualTo(1)));
        theirs.run(() -> retrying.inTransaction(() -> {
            assertThat((Object) entities.find(type.getJavaType(), new TenantKey(theirs.id(), canary.id())))
                    .isNull();
            assertThat(count(name, canary.id())).isZero();
            assertThat(entities.createQuery("select e from " + name + " e", Object.class)
                            .getResultList())
                    .isEmpty();
            assertThat(entities.createQuery("delete from " + name + " e where e.id = :id")
                            .setParameter("id", canary.id())
                            .executeUpdate())
                    .isZero();
        }));
        if (type.getJavaType().isAnnotationPresent(Audited.class)) {
            List<?> changes = theirs.call(() -> history.of(type.getJavaType(), canary.id()));
            assertThat(changes).isEmpty();
        }
    }

    private void assertQueriesHide(Class<?> repository) throws Exception {
        Class<?> entity = new DefaultRepositoryMetadata(repository).getDomainType();
        var ours = merchants.open();
        var theirs = merchants.open();
        Canary canary = Canary.of(entities.getMetamodel().entity(entity), ours.id(), hibernate());
        Object bean = context.getBean(repository);
        for (Method query : repository.getDeclaredMethods()) {
            if (!query.isDefault() && !query.isSynthetic() && !takesAnEntity(query)) {
                Object[] arguments = arguments(query, canary);
                Object result = theirs.call(() -> retrying.inTransaction(() -> invoke(bean, query, arguments)));
                assertThat(isNothing(result))
                        .as("%s.%s answered %s", repository.getSimpleName(), query.getName(), result)
                        .isTrue();
            }
        }
    }

    /** What stores an entity got it from a query before, and queries are what is tested here. */
    private static boolean takesAnEntity(Method method) {
        return Stream.of(method.getParameterTypes()).anyMatch(type -> type.isAnnotationPresent(Entity.class));
    }

    private long count(String entity, UUID id) {
        return entities.createQuery("select count(e) from " + entity + " e where e.id = :id", Long.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    private Stream<EntityType<?>> tenantEntities() {
        return entities.getMetamodel().getEntities().stream()
                .filter(type -> hasTenant(type.getJavaType()))
                .filter(type -> !type.getName().equals("Revision"));
    }

    private static boolean hasTenant(Class<?> type) {
        return Stream.<Class<?>>iterate(type, c -> c != Object.class, Class::getSuperclass)
                .flatMap(c -> Stream.of(c.getDeclaredFields()))
                .anyMatch(field -> field.isAnnotationPresent(TenantId.class));
    }

    private static boolean isNothing(@Nullable Object result) {
        return switch (result) {
            case null -> true;
            case Collection<?> many -> many.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            case Optional<?> maybe -> maybe.isEmpty();
            case Stream<?> stream -> stream.findAny().isEmpty();
            case Boolean found -> !found;
            case Number number -> number.longValue() == 0;
            default -> false;
        };
    }

    private static @Nullable Object invoke(Object bean, Method method, Object[] arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(method.toString(), failed.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object[] arguments(Method method, Canary canary) {
        return Stream.of(method.getParameters())
                .map(parameter -> argument(parameter, canary))
                .toArray();
    }

    private static Object argument(Parameter parameter, Canary canary) {
        if (Collection.class.isAssignableFrom(parameter.getType())) {
            Class<?> element =
                    (Class<?>) ((ParameterizedType) parameter.getParameterizedType()).getActualTypeArguments()[0];
            Object one = value(element, canary);
            return Set.class.isAssignableFrom(parameter.getType()) ? Set.of(one) : List.of(one);
        }
        return value(parameter.getType(), canary);
    }

    private static Object value(Class<?> type, Canary canary) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> canary.id();
            case "String" -> Canary.SONG;
            case "byte[]" -> new byte[] {7};
            case "Instant" -> Instant.parse("2030-01-01T00:00:00Z");
            case "LocalDate" -> LocalDate.of(2026, 1, 2);
            case "int", "Integer" -> 1;
            case "long", "Long" -> 1L;
            case "boolean", "Boolean" -> true;
            case "Limit" -> Limit.of(50);
            case "TenantKey" -> new TenantKey(canary.tenantId(), canary.id());
            default -> throw new IllegalArgumentException("Teach this test a value of " + type);
        };
    }

    private SessionFactoryImplementor hibernate() {
        return entities.getEntityManagerFactory().unwrap(SessionFactoryImplementor.class);
    }

    private static Class<?> repositoryInterface(Object bean) {
        return Stream.of(bean.getClass().getInterfaces())
                .filter(Repository.class::isAssignableFrom)
                .findFirst()
                .orElseThrow();
    }
}
