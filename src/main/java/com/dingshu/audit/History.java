package com.dingshu.audit;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EmbeddableType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.envers.AuditReaderFactory;
import org.hibernate.envers.RevisionType;
import org.hibernate.envers.query.AuditEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the history of one thing of the merchant now acted for, oldest step first. Envers itself does not look at the
 * tenant; this door adds it to every query, and no other class reads revisions.
 */
@Service
public class History {

    private static final Set<String> PLUMBING = Set.of("id", "tenantId", "version");
    private static final String HIDDEN = "••••";

    private final EntityManager entities;

    History(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * All steps of one row.
     *
     * @param type the audited entity, known only to the module that owns it
     * @return empty for an unknown id and for one of another merchant
     */
    @Requires(Permission.HISTORY_VIEW)
    @Transactional(readOnly = true)
    public List<Change> of(Class<?> type, UUID id) {
        return steps(type, "id", id).values().stream().flatMap(List::stream).toList();
    }

    /**
     * All steps of the rows that belong to another, such as the lines of an order, by the id of each.
     *
     * @param type the audited entity of the parts
     * @param belongsTo its attribute that names the whole, such as {@code orderId}
     */
    @Requires(Permission.HISTORY_VIEW)
    @Transactional(readOnly = true)
    public Map<UUID, List<Change>> ofParts(Class<?> type, String belongsTo, UUID whole) {
        return steps(type, belongsTo, whole);
    }

    private Map<UUID, List<Change>> steps(Class<?> type, String property, UUID value) {
        List<?> rows = AuditReaderFactory.get(entities)
                .createQuery()
                .forRevisionsOfEntity(type, false, true)
                .add(AuditEntity.property("tenantId").eq(Acting.current().tenantId()))
                .add(AuditEntity.property(property).eq(value))
                .addOrder(AuditEntity.revisionNumber().asc())
                .getResultList();
        List<Path> paths = paths(type);
        Field id = idField(type);
        Map<UUID, List<Change>> changes = new LinkedHashMap<>();
        Map<UUID, Object> before = new HashMap<>();
        for (Object row : rows) {
            Object[] parts = (Object[]) row;
            RevisionType kind = (RevisionType) parts[2];
            UUID which = (UUID) Objects.requireNonNull(value(id, parts[0]));
            Object was = before.put(which, parts[0]);
            changes.computeIfAbsent(which, first -> new ArrayList<>())
                    .add(change((Revision) parts[1], kind, paths, was, parts[0]));
        }
        return changes;
    }

    private Field idField(Class<?> type) {
        return entities.getMetamodel().entity(type).getSingularAttributes().stream()
                .filter(attribute -> attribute.getName().equals("id"))
                .map(attribute -> (Field) attribute.getJavaMember())
                .findFirst()
                .orElseThrow();
    }

    /** The way to one value: a field of the row, or a field of a part embedded in it. */
    private record Path(@Nullable Field embedded, Field field) {

        String name() {
            return field.getName();
        }

        @Nullable
        Object of(Object row) {
            Object owner = embedded == null ? row : value(embedded, row);
            return owner == null ? null : value(field, owner);
        }
    }

    private List<Path> paths(Class<?> type) {
        return entities.getMetamodel().entity(type).getAttributes().stream()
                .filter(SingularAttribute.class::isInstance)
                .flatMap(History::paths)
                .filter(path -> !PLUMBING.contains(path.name()))
                .sorted(Comparator.comparing(Path::name))
                .toList();
    }

    private static Stream<Path> paths(Attribute<?, ?> attribute) {
        if (!(attribute.getJavaMember() instanceof Field field)) {
            return Stream.empty();
        }
        return switch (attribute.getPersistentAttributeType()) {
            case BASIC -> Stream.of(new Path(null, field));
            case EMBEDDED ->
                ((EmbeddableType<?>) ((SingularAttribute<?, ?>) attribute).getType())
                        .getSingularAttributes().stream()
                                .map(Attribute::getJavaMember)
                                .filter(Field.class::isInstance)
                                .map(inner -> new Path(field, (Field) inner));
            case MANY_TO_ONE, ONE_TO_ONE, MANY_TO_MANY, ONE_TO_MANY, ELEMENT_COLLECTION -> Stream.empty();
        };
    }

    private static Change change(
            Revision revision, RevisionType kind, List<Path> paths, @Nullable Object before, Object after) {
        List<Change.FieldChange> differences = new ArrayList<>();
        for (Path path : paths) {
            Object was = before == null ? null : path.of(before);
            Object is = kind == RevisionType.DEL ? null : path.of(after);
            if (!Objects.deepEquals(was, is)) {
                differences.add(new Change.FieldChange(path.name(), text(was), text(is)));
            }
        }
        return new Change(revision.rev(), revision.at(), revision.who(), revision.reason(), kind(kind), differences);
    }

    private static Change.Kind kind(RevisionType type) {
        return switch (type) {
            case ADD -> Change.Kind.CREATED;
            case MOD -> Change.Kind.CHANGED;
            case DEL -> Change.Kind.DELETED;
        };
    }

    private static @Nullable Object value(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case byte[] secret -> HIDDEN;
            default -> value.toString();
        };
    }
}
