package com.dingshu.channels.mapping;

import com.dingshu.channels.mapping.MappingFault.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Changes a mapping document field by field, for people who do not write YAML. */
public final class MappingEdit {

    private static final YAMLMapper YAML = new YAMLMapper();

    private MappingEdit() {}

    /**
     * The document with another source for one field; statuses and defaults of the field stay.
     *
     * @param field {@code amountDue}, {@code lines.quantity}, {@code ext.promoTag} or {@code lines.ext.room}
     * @throws MappingFault when the result is no valid mapping
     */
    public static String withSource(String document, String field, List<String> sources) {
        ObjectNode root = read(document);
        boolean line = field.startsWith("lines.");
        String rest = line ? field.substring("lines.".length()) : field;
        boolean extension = rest.startsWith("ext.");
        String name = extension ? rest.substring("ext.".length()) : rest;
        ObjectNode holder = line ? child(root, "lines") : root;
        ObjectNode rules = child(holder, extension ? "ext" : "fields");
        if (sources.isEmpty() && extension) {
            rules.remove(name);
        } else {
            rules.set(name, YAML.valueToTree(rule(rules.get(name), sources)));
        }
        String changed = YAML.writeValueAsString(root);
        Mapping.parse(changed);
        return changed;
    }

    /**
     * The document with one more word of the platform for a field of the order, such as a status it did not list.
     *
     * @throws MappingFault when the field lists no words, or ours is not one of the hub's
     */
    public static String withValue(String document, String field, String theirs, String ours) {
        ObjectNode root = read(document);
        if (!(child(root, "fields").get(field) instanceof ObjectNode rule)) {
            throw new MappingFault(Kind.NO_WORDS, field);
        }
        child(rule, "values").put(theirs, ours);
        String changed = YAML.writeValueAsString(root);
        Mapping.parse(changed);
        return changed;
    }

    private static ObjectNode read(String document) {
        try {
            return (ObjectNode) YAML.readTree(document);
        } catch (JacksonException | ClassCastException e) {
            throw new MappingFault(Kind.NOT_YAML, "");
        }
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode known ? known : parent.putObject(name);
    }

    private static Object rule(tools.jackson.databind.@Nullable JsonNode before, List<String> sources) {
        if (!(before instanceof ObjectNode known)) {
            return sources;
        }
        Map<String, Object> rule = new LinkedHashMap<>();
        known.properties().stream()
                .filter(part -> !List.of("from", "sum", "join", "separator").contains(part.getKey()))
                .forEach(part -> rule.put(part.getKey(), part.getValue()));
        rule.put("from", sources);
        return rule;
    }
}
