package com.dingshu.audit;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
        List<?> rows = AuditReaderFactory.get(entities)
                .createQuery()
                .forRevisionsOfEntity(type, false, true)
                .add(AuditEntity.property("tenantId").eq(Acting.current().tenantId()))
                .add(AuditEntity.property("id").eq(id))
                .addOrder(AuditEntity.revisionNumber().asc())
                .getResultList();
        List<Change> changes = new ArrayList<>();
        Object before = null;
        for (Object row : rows) {
            Object[] parts = (Object[]) row;
            RevisionType kind = (RevisionType) parts[2];
            changes.add(change((Revision) parts[1], kind, fields(type), before, parts[0]));
            before = parts[0];
        }
        return changes;
    }

    private List<Field> fields(Class<?> type) {
        return entities.getMetamodel().entity(type).getAttributes().stream()
                .filter(attribute -> attribute instanceof SingularAttribute)
                .filter(attribute -> attribute.getPersistentAttributeType() == Attribute.PersistentAttributeType.BASIC)
                .filter(attribute -> !PLUMBING.contains(attribute.getName()))
                .map(Attribute::getJavaMember)
                .filter(Field.class::isInstance)
                .map(Field.class::cast)
                .sorted(Comparator.comparing(Member::getName))
                .toList();
    }

    private static Change change(
            Revision revision, RevisionType kind, List<Field> fields, @Nullable Object before, Object after) {
        List<Change.FieldChange> differences = new ArrayList<>();
        for (Field field : fields) {
            Object was = before == null ? null : value(field, before);
            Object is = kind == RevisionType.DEL ? null : value(field, after);
            if (!Objects.deepEquals(was, is)) {
                differences.add(new Change.FieldChange(field.getName(), text(was), text(is)));
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
