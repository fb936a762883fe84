package com.dingshu.channels.mapping;

import com.dingshu.channels.mapping.MappingFault.Kind;
import com.dingshu.channels.mapping.StandardField.Scope;
import com.dingshu.orders.SourceStatus;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a mapping document. Every refusal names the place and the fix, for it is people who write these. */
final class MappingDocument {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int MAX_LENGTH = 100_000;
    private static final Set<String> RULE_KEYS =
            Set.of("from", "sum", "join", "separator", "values", "default", "each", "complete");

    private MappingDocument() {}

    static Mapping parse(String yaml) {
        if (yaml.length() > MAX_LENGTH) {
            throw new MappingFault(Kind.TOO_LONG, MAX_LENGTH);
        }
        Map<String, Object> document = read(yaml);
        Map<String, Object> lines = object(document, "lines");
        Mapping mapping = new Mapping(
                text(document, "channel", ""),
                version(document),
                list(document.getOrDefault("order", "$"), "order").stream()
                        .map(MappingDocument::source)
                        .toList(),
                sources(lines.getOrDefault("from", "lines"), "lines.from"),
                notation(object(document, "notation")),
                rules(object(document, "fields"), Scope.ORDER, "fields"),
                rules(object(lines, "fields"), Scope.LINE, "lines.fields"),
                extensions(object(document, "ext"), "ext"),
                extensions(object(lines, "ext"), "lines.ext"));
        if (mapping.channel().isEmpty()) {
            throw new MappingFault(Kind.NO_CHANNEL);
        }
        return mapping;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(String yaml) {
        try {
            @Nullable Map<String, Object> document = YAML.readValue(yaml, Map.class);
            if (document == null) {
                throw new MappingFault(Kind.EMPTY);
            }
            return document;
        } catch (JacksonException e) {
            throw new MappingFault(Kind.NOT_YAML, e.getOriginalMessage());
        }
    }

    private static int version(Map<String, Object> document) {
        if (document.get("version") instanceof Integer version && version > 0) {
            return version;
        }
        throw new MappingFault(Kind.WRONG_VERSION);
    }

    private static Notation notation(Map<String, Object> map) {
        Object patterns = map.getOrDefault("pattern", "yyyy-MM-dd HH:mm:ss");
        try {
            return new Notation(
                    choice(map, "money", Notation.Money.class, Notation.Money.UNITS),
                    choice(map, "amounts", Notation.Amounts.class, Notation.Amounts.ANY),
                    choice(map, "time", Notation.Time.class, Notation.Time.LOCAL),
                    list(patterns, "notation.pattern").stream()
                            .map(MappingDocument::pattern)
                            .toList(),
                    ZoneId.of(text(map, "zone", "Asia/Shanghai")),
                    Boolean.TRUE.equals(map.get("spreadsheet")));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new MappingFault(Kind.WRONG_NOTATION, String.valueOf(e.getMessage()));
        }
    }

    /** Strict: a 30th of February is no day and not the last one of the month. */
    private static DateTimeFormatter pattern(String text) {
        return DateTimeFormatter.ofPattern(text.replace('y', 'u'), Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    private static <E extends Enum<E>> E choice(Map<String, Object> map, String key, Class<E> type, E otherwise) {
        String said = text(map, key, otherwise.name());
        try {
            return Enum.valueOf(type, said.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new MappingFault(Kind.NOT_ONE_OF, "notation." + key, said, List.of(type.getEnumConstants()));
        }
    }

    private static Map<StandardField, FieldRule> rules(Map<String, Object> map, Scope scope, String where) {
        Map<StandardField, FieldRule> rules = new EnumMap<>(StandardField.class);
        map.forEach((name, value) -> {
            StandardField field = StandardField.of(name, scope)
                    .orElseThrow(() -> new MappingFault(Kind.NO_STANDARD_FIELD, where, name));
            rules.put(field, rule(value, where + "." + name, field));
        });
        for (StandardField field : StandardField.values()) {
            if (field.scope() == scope && field.required() && !rules.containsKey(field)) {
                throw new MappingFault(Kind.REQUIRED_FIELD, where, field.key());
            }
        }
        return rules;
    }

    private static Map<String, FieldRule> extensions(Map<String, Object> map, String where) {
        Map<String, FieldRule> rules = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,39}")) {
                throw new MappingFault(Kind.WRONG_NAME, where, name);
            }
            rules.put(name, rule(value, where + "." + name, null));
        });
        return rules;
    }

    @SuppressWarnings("unchecked")
    private static FieldRule rule(@Nullable Object value, String where, @Nullable StandardField field) {
        if (!(value instanceof Map<?, ?>)) {
            return new FieldRule(sources(value, where), List.of(), List.of(), "", Map.of(), null, false, false);
        }
        Map<String, Object> map = (Map<String, Object>) value;
        map.keySet().stream()
                .filter(key -> !RULE_KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new MappingFault(Kind.NOT_ONE_OF, where, key, RULE_KEYS);
                });
        Map<String, String> values = new LinkedHashMap<>();
        object(map, "values").forEach((theirs, ours) -> values.put(theirs, status(String.valueOf(ours), where, field)));
        return new FieldRule(
                map.containsKey("from") ? sources(map.get("from"), where) : List.of(),
                map.containsKey("sum") ? terms(map.get("sum"), where) : List.of(),
                map.containsKey("join") ? parts(map.get("join"), where) : List.of(),
                text(map, "separator", ""),
                values,
                map.containsKey("default") ? String.valueOf(map.get("default")) : null,
                Boolean.TRUE.equals(map.get("each")),
                Boolean.TRUE.equals(map.get("complete")));
    }

    private static String status(String ours, String where, @Nullable StandardField field) {
        if (field == StandardField.STATUS) {
            try {
                SourceStatus.valueOf(ours);
            } catch (IllegalArgumentException e) {
                throw new MappingFault(Kind.NOT_ONE_OF, where, ours, List.of(SourceStatus.values()));
            }
        }
        return ours;
    }

    private static List<Source> sources(@Nullable Object value, String where) {
        return list(value, where).stream().map(MappingDocument::source).toList();
    }

    private static List<List<Source>> parts(@Nullable Object value, String where) {
        return value instanceof List<?> parts
                ? parts.stream().map(part -> sources(part, where)).toList()
                : List.of(sources(value, where));
    }

    private static List<FieldRule.Term> terms(@Nullable Object value, String where) {
        return list(value, where).stream()
                .map(text -> text.startsWith("-")
                        ? new FieldRule.Term(source(text.substring(1)), true)
                        : new FieldRule.Term(source(text), false))
                .toList();
    }

    private static Source source(String text) {
        return Source.of(text);
    }

    private static List<String> list(@Nullable Object value, String where) {
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> several) {
            several.forEach(one -> texts.add(String.valueOf(one)));
        } else if (value != null) {
            texts.add(value.toString());
        }
        if (texts.isEmpty()) {
            throw new MappingFault(Kind.NO_EXPRESSION, where);
        }
        return texts;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> map, String key) {
        Object value = map.getOrDefault(key, Map.of());
        if (value instanceof Map<?, ?>) {
            return (Map<String, Object>) value;
        }
        throw new MappingFault(Kind.NO_BLOCK, key);
    }

    private static String text(Map<String, Object> map, String key, String otherwise) {
        return String.valueOf(map.getOrDefault(key, otherwise));
    }
}
