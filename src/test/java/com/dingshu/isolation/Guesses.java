package com.dingshu.isolation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a stranger could put into a method who knows all ids, numbers and codes of another merchant: each variant tries
 * others, and what a name suggests comes first.
 */
final class Guesses {

    static final int VARIANTS = 12;

    private final TwoMerchants both;
    private final int variant;
    private final List<UUID> ids;
    private final List<String> texts;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    Guesses(TwoMerchants both, int variant) {
        this.both = both;
        this.variant = variant;
        this.ids = List.copyOf(both.ids.values());
        this.texts = List.copyOf(both.texts.values());
    }

    /** What the method wrote where it was given something to write to. */
    String written() {
        return written.toString(StandardCharsets.UTF_8);
    }

    Object[] arguments(Method method) {
        return Stream.of(method.getParameters())
                .map(parameter -> guess(parameter.getParameterizedType(), parameter.getName()))
                .toArray();
    }

    private @Nullable Object guess(Type type, String name) {
        return switch (type) {
            case Class<?> plain -> plain(plain, name);
            case ParameterizedType generic -> generic(generic, name);
            case WildcardType any -> guess(any.getUpperBounds()[0], name);
            default -> null;
        };
    }

    private @Nullable Object generic(ParameterizedType type, String name) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] of = type.getActualTypeArguments();
        if (Map.class.isAssignableFrom(raw)) {
            // why: amounts are kept by currency
            Object key = name.endsWith("Amounts") ? "CNY" : known(of[0], name);
            return Map.of(key, known(of[1], name));
        }
        if (Set.class.isAssignableFrom(raw)) {
            return Set.of(known(of[0], name));
        }
        if (Collection.class.isAssignableFrom(raw) || raw == Iterable.class) {
            return List.of(known(of[0], name));
        }
        if (raw == Optional.class) {
            return Optional.of(known(of[0], name));
        }
        return plain(raw, name);
    }

    private Object known(Type type, String name) {
        Object value = guess(type, name);
        return value == null ? "" : value;
    }

    private @Nullable Object plain(Class<?> type, String name) {
        if (type.isEnum()) {
            return type.getEnumConstants()[variant % type.getEnumConstants().length];
        }
        if (type.isRecord()) {
            return built(type);
        }
        if (type.isSealed()) {
            return plain(type.getPermittedSubclasses()[variant % type.getPermittedSubclasses().length], name);
        }
        if (type.isInterface() && type.getPackageName().startsWith("java.util.function") || type == Runnable.class) {
            return Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null);
        }
        return simple(type, name);
    }

    private @Nullable Object simple(Class<?> type, String name) {
        return switch (type.getSimpleName()) {
            case "UUID" -> variant == 0 ? named(name) : ids.get(variant % ids.size());
            case "String", "CharSequence" -> text(name);
            case "int", "Integer" -> 10;
            case "long", "Long" -> 10L;
            case "boolean", "Boolean" -> variant % 2 == 0;
            case "byte[]" -> texts.get(variant % texts.size()).getBytes(StandardCharsets.UTF_8);
            case "Instant" -> Instant.parse("2030-01-01T00:00:00Z");
            case "LocalDate" -> LocalDate.of(2026, 11, 22);
            case "YearMonth" -> YearMonth.of(2026, 11);
            case "Duration" -> Duration.ofHours(1);
            case "ZoneId" -> ZoneId.of("Asia/Shanghai");
            case "Locale" -> Locale.SIMPLIFIED_CHINESE;
            case "BigDecimal" -> BigDecimal.TEN;
            case "InputStream" -> new ByteArrayInputStream(new byte[0]);
            case "OutputStream" -> written;
            case "Class" -> Object.class;
            default -> null;
        };
    }

    private String text(String name) {
        return variant == 0 && both.texts.containsKey(name) ? both.texts.get(name) : texts.get(variant % texts.size());
    }

    /** orderId is an order's, skuId a SKU's. */
    private UUID named(String name) {
        String kind = name.toLowerCase(Locale.ROOT).replaceAll("ids?$", "");
        return both.ids.getOrDefault(kind, ids.getFirst());
    }

    private @Nullable Object built(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        Object[] values = Stream.of(parts)
                .map(part -> guess(part.getGenericType(), part.getName()))
                .toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException | IllegalArgumentException refused) {
            return null;
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
