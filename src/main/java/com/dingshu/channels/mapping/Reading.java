package com.dingshu.channels.mapping;

import com.dashjoin.jsonata.JException;
import com.dingshu.channels.mapping.Values.Bad;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one payload, gathering every problem instead of stopping at the first. */
final class Reading {

    private final Object root;
    private final Notation notation;
    private final List<Problem> problems = new ArrayList<>();
    private final @Nullable List<FieldTrace> traces;
    private int decimals = 2;
    private String currency = "";

    Reading(Object root, Notation notation, boolean traced) {
        this.root = root;
        this.notation = notation;
        this.traces = traced ? new ArrayList<>() : null;
    }

    List<Problem> problems() {
        return problems;
    }

    List<FieldTrace> traces() {
        return traces == null ? List.of() : traces;
    }

    /** Reads amounts as of this currency; false when there is none of that name. */
    boolean in(String code) {
        try {
            currency = code;
            decimals = Currency.getInstance(code).getDefaultFractionDigits();
        } catch (IllegalArgumentException unknown) {
            decimals = -1;
        }
        boolean known = decimals >= 0;
        decimals = known ? decimals : 2;
        return known;
    }

    int decimals() {
        return decimals;
    }

    Fields in(Map<StandardField, FieldRule> rules, Object scope, String prefix) {
        return new Fields(rules, scope, prefix);
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    void problem(String field, Problem.Kind kind, String detail, String source) {
        problems.add(new Problem(field, kind, detail, source));
    }

    /** The named fields that only this platform has. Absent ones are left out. */
    Map<String, String> extensions(Map<String, FieldRule> rules, Object scope, String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        rules.forEach((name, rule) -> {
            @Nullable
            String value = guarded(prefix + "ext." + name, rule, null, () -> {
                @Nullable Object raw = first(rule.from(), scope);
                return raw == null ? rule.otherwise() : extension(raw);
            });
            if (value != null) {
                found.put(name, value);
            }
        });
        return found;
    }

    private String extension(Object raw) {
        String text = raw instanceof Map || raw instanceof List
                ? Payload.MAPPER.writeValueAsString(raw)
                : Values.text(raw, notation);
        return text.length() > 500 ? text.substring(0, 500) : text;
    }

    private @Nullable Object first(List<Source> sources, Object scope) {
        for (Source source : sources) {
            @Nullable Object value = source.value(root, scope);
            if (value != null && !Values.blank(value)) {
                return value;
            }
        }
        return null;
    }

    private <T> @Nullable T guarded(String field, FieldRule rule, @Nullable T otherwise, Supplier<@Nullable T> read) {
        @Nullable Problem problem = null;
        @Nullable T value = otherwise;
        try {
            value = read.get();
        } catch (Bad bad) {
            problem = new Problem(field, bad.kind, String.valueOf(bad.getMessage()), rule.text());
        } catch (ArithmeticException e) {
            problem = new Problem(field, Problem.Kind.OUT_OF_RANGE, "", rule.text());
        } catch (JException e) {
            problem = Problem.of(e, field, rule.text());
        }
        if (problem != null) {
            problems.add(problem);
        }
        if (traces != null) {
            traces.add(new FieldTrace(field, rule.text(), value == null ? "" : value.toString(), problem));
        }
        return value;
    }

    /** The fields of the order or of one line. */
    final class Fields {

        private final Map<StandardField, FieldRule> rules;
        private final Object scope;
        private final String prefix;

        private Fields(Map<StandardField, FieldRule> rules, Object scope, String prefix) {
            this.rules = rules;
            this.scope = scope;
            this.prefix = prefix;
        }

        private <T> @Nullable T read(StandardField field, Function<Object, T> convert) {
            @Nullable FieldRule rule = rules.get(field);
            if (rule == null) {
                if (field.required()) {
                    problem(prefix + field.key(), Problem.Kind.MISSING, "", "");
                }
                return null;
            }
            return guarded(prefix + field.key(), rule, null, () -> {
                @Nullable
                Object raw = field == StandardField.STATUS
                        ? first(rule.from(), scope)
                        : inOurWords(rule, first(rule.from(), scope));
                if (raw == null) {
                    raw = rule.otherwise();
                }
                if (raw == null && field.required()) {
                    return Values.fail(Problem.Kind.MISSING, "");
                }
                return raw == null ? null : convert.apply(raw);
            });
        }

        private @Nullable Object inOurWords(FieldRule rule, @Nullable Object raw) {
            return raw == null || rule.values().isEmpty()
                    ? raw
                    : rule.word(raw instanceof Map || raw instanceof List ? "" : Values.text(raw, notation));
        }

        String id(StandardField field) {
            @Nullable String id = read(field, raw -> Values.id(raw, notation));
            return id == null ? "" : id;
        }

        String text(StandardField field, int max) {
            @Nullable FieldRule rule = rules.get(field);
            if (rule != null && !rule.join().isEmpty()) {
                return joined(field, rule, max);
            }
            @Nullable String text = read(field, raw -> Values.text(raw, notation));
            return text == null ? "" : cut(text, max);
        }

        private String joined(StandardField field, FieldRule rule, int max) {
            @Nullable
            String joined = guarded(prefix + field.key(), rule, "", () -> {
                List<String> texts = new ArrayList<>();
                for (List<Source> sources : rule.join()) {
                    @Nullable Object part = first(sources, scope);
                    if (part != null) {
                        texts.add(Values.text(part, notation));
                    }
                }
                return String.join(rule.separator(), texts);
            });
            return joined == null ? "" : cut(joined, max);
        }

        private static String cut(String text, int max) {
            return text.length() <= max
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, max)));
        }

        /** Two letters, empty when nothing is said; a country nobody knows is a problem. */
        String country(StandardField field) {
            @Nullable
            String code = read(field, raw -> {
                String name = Values.text(raw, notation);
                return name.isEmpty()
                        ? ""
                        : Countries.code(name).orElseGet(() -> Values.fail(Problem.Kind.UNKNOWN_VALUE, name));
            });
            return code == null ? "" : code;
        }

        @Nullable
        Instant time(StandardField field) {
            return read(field, raw -> isNoTime(raw) ? null : Values.time(raw, notation));
        }

        /** Platforms that count seconds write 0 for “not yet”. */
        private boolean isNoTime(Object raw) {
            return raw instanceof Number number ? number.longValue() == 0 : raw.equals("0") || isZeroDate(raw);
        }

        /** What some databases have for “never”. */
        private boolean isZeroDate(Object raw) {
            return raw instanceof String text && text.startsWith("0000-00-00");
        }

        @Nullable
        Long money(StandardField field) {
            @Nullable FieldRule rule = rules.get(field);
            if (rule != null && !rule.sum().isEmpty()) {
                return guarded(prefix + field.key(), rule, null, () -> sum(rule));
            }
            return read(
                    field,
                    raw -> raw instanceof String text && text.equals(otherwise(field))
                            ? new BigDecimal(text).movePointRight(decimals).longValueExact()
                            : (Long) Values.money(raw, notation, decimals, currency));
        }

        private @Nullable String otherwise(StandardField field) {
            @Nullable FieldRule rule = rules.get(field);
            return rule == null ? null : rule.otherwise();
        }

        long amount(StandardField field) {
            @Nullable Long amount = money(field);
            return amount == null ? 0 : amount;
        }

        /** An amount that cannot be below zero; 0 where there is none. */
        long notNegative(StandardField field) {
            long amount = amount(field);
            if (amount < 0) {
                problem(prefix + field.key(), Problem.Kind.OUT_OF_RANGE, "", source(field));
            }
            return amount;
        }

        boolean isSum(StandardField field) {
            @Nullable FieldRule rule = rules.get(field);
            return rule != null && !rule.sum().isEmpty();
        }

        private @Nullable Long sum(FieldRule rule) {
            long total = 0;
            boolean any = false;
            for (FieldRule.Term term : rule.sum()) {
                List<?> parts = parts(term.source().value(root, scope));
                if (parts.isEmpty() && rule.complete()) {
                    return null;
                }
                for (Object part : parts) {
                    long minor = Values.money(part, notation, decimals, currency);
                    total = Math.addExact(total, term.negative() ? -minor : minor);
                    any = true;
                }
            }
            return any ? (Long) total : null;
        }

        private static List<?> parts(@Nullable Object value) {
            if (value == null || Values.blank(value)) {
                return List.of();
            }
            return value instanceof List<?> list ? list : List.of(value);
        }

        int quantity(StandardField field) {
            @Nullable Integer quantity = read(field, raw -> Values.quantity(raw, notation));
            return quantity == null ? 0 : quantity;
        }

        /** Pieces that are left, none included; null when nothing is said of it. */
        @Nullable
        Integer remaining(StandardField field) {
            return read(field, raw -> Values.pieces(raw, notation));
        }

        /** Null when nothing is said of it. */
        @Nullable
        Boolean flag(StandardField field) {
            return read(field, Values::flag);
        }

        /** A platform's word translated by the rule's list; an unlisted one is a problem, never a guess. */
        <E extends Enum<E>> @Nullable E code(StandardField field, Class<E> type) {
            @Nullable FieldRule rule = rules.get(field);
            return read(field, raw -> {
                String word = Values.text(raw, notation);
                @Nullable String ours = rule == null ? null : rule.word(word);
                if (ours == null && rule != null && notation.spreadsheet()) {
                    ours = rule.word(word.toLowerCase(Locale.ROOT));
                }
                return ours == null ? Values.fail(Problem.Kind.UNKNOWN_VALUE, word) : Enum.valueOf(type, ours);
            });
        }

        List<String> tags(StandardField field) {
            @Nullable
            List<String> tags = read(field, raw -> parts(raw).stream()
                    .flatMap(part -> Arrays.stream(Values.text(part, notation).split("[,，;；]")))
                    .map(String::strip)
                    .filter(tag -> !tag.isEmpty())
                    .distinct()
                    .limit(50)
                    .toList());
            return tags == null ? List.of() : tags;
        }

        /** What each line says of an amount, for checking it against a total; empty when a line says nothing. */
        List<Long> each(StandardField field, List<Object> lines) {
            @Nullable FieldRule rule = rules.get(field);
            List<Long> amounts = new ArrayList<>();
            for (Object line : lines) {
                @Nullable Object raw = rule == null ? null : first(rule.from(), line);
                if (raw != null) {
                    amounts.add(Values.money(raw, notation, decimals, currency));
                }
            }
            return amounts;
        }

        boolean isEach(StandardField field) {
            @Nullable FieldRule rule = rules.get(field);
            return rule != null && rule.each();
        }

        String source(StandardField field) {
            @Nullable FieldRule rule = rules.get(field);
            return rule == null ? "" : rule.text();
        }
    }
}
