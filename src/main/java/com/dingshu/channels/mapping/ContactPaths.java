package com.dingshu.channels.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where payloads keep contact data and what people wrote, as a mapping tells: whatever it reads into such a field. Paths
 * are compared by their ends, because the same names stand at several depths; that hides rather too much than too little.
 */
public final class ContactPaths {

    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final String NAME = "(?:`[^`]+`|[\\p{L}_][\\p{L}\\p{N}_]*)";
    private static final Pattern PATH = Pattern.compile(
            "(\\$?)(" + NAME + "(?:\\s*\\[\\s*\\d+\\s*])?(?:\\s*\\.\\s*" + NAME + "(?:\\s*\\[\\s*\\d+\\s*])?)*)");

    private final Set<String> ends;
    private final Set<String> fields;

    private ContactPaths(Set<String> ends, Set<String> fields) {
        this.ends = ends;
        this.fields = fields;
    }

    static ContactPaths of(Map<StandardField, FieldRule> orderRules, Map<String, FieldRule> named) {
        Set<String> ends = orderRules.entrySet().stream()
                .filter(rule -> rule.getKey().personal())
                .flatMap(rule -> paths(rule.getValue()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> fields = orderRules.keySet().stream()
                .filter(StandardField::personal)
                .map(StandardField::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        ContactPaths personal = new ContactPaths(ends, Set.of());
        named.forEach((name, rule) -> {
            if (paths(rule).anyMatch(personal::covers)) {
                fields.add(name);
            }
        });
        return new ContactPaths(ends, fields);
    }

    /** What either of two mappings reads as contact data. */
    public ContactPaths and(ContactPaths other) {
        return new ContactPaths(union(ends, other.ends), union(fields, other.fields));
    }

    private static Set<String> union(Collection<String> one, Collection<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    /** Whether a place of a payload, such as {@code trade.orders.order[0].note}, is or lies within one that holds contact data. */
    public boolean covers(String path) {
        String plain = path.replaceAll("\\[\\d+]", "");
        return ends.stream().anyMatch(end -> holds(plain, end));
    }

    private static boolean holds(String path, String end) {
        int at = path.indexOf(end);
        while (at >= 0) {
            int after = at + end.length();
            boolean begins = at == 0 || path.charAt(at - 1) == '.';
            boolean ends = after == path.length() || path.charAt(after) == '.';
            if (begins && ends) {
                return true;
            }
            at = path.indexOf(end, at + 1);
        }
        return false;
    }

    /** Whether a field as named in a {@link FieldTrace} holds contact data. */
    public boolean read(String field) {
        return fields.contains(field.replaceAll("\\[\\d+]", ""));
    }

    private static Stream<String> paths(FieldRule rule) {
        return Stream.of(
                        rule.from(),
                        rule.join().stream().flatMap(List::stream).toList(),
                        rule.sum().stream().map(FieldRule.Term::source).toList())
                .flatMap(List::stream)
                .flatMap(source -> paths(source).stream());
    }

    /** Every path an expression names; of a variable what follows it. */
    private static List<String> paths(Source source) {
        List<String> paths = new ArrayList<>();
        Matcher matcher = PATH.matcher(LITERAL.matcher(source.text()).replaceAll(" "));
        while (matcher.find()) {
            String path = matcher.group(2)
                    .replaceAll("\\s*\\[\\s*\\d+\\s*]", "")
                    .replaceAll("\\s*\\.\\s*", ".")
                    .replace("`", "");
            String named = matcher.group(1).isEmpty() ? path : path.substring(path.indexOf('.') + 1);
            if (matcher.group(1).isEmpty() || path.contains(".")) {
                paths.add(named);
            }
        }
        return paths;
    }
}
