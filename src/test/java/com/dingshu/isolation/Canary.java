package com.dingshu.isolation;

import com.dingshu.shared.Ids;
import com.dingshu.testing.TestDatabase;
import jakarta.persistence.metamodel.EntityType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * A row of one merchant that anybody else must never meet. It is written past the application, straight into the table of
 * any entity, and can be told by its texts.
 */
record Canary(UUID id, int tenantId, String table, Map<String, Object> columns) {

    static final String SONG = "canary";

    /** Puts a row of this entity, and one of its history, into the database. */
    static Canary of(EntityType<?> type, int tenantId, SessionFactoryImplementor hibernate) throws SQLException {
        EntityPersister persister = hibernate.getMappingMetamodel().getEntityDescriptor(type.getJavaType());
        String table = persister.getIdentifierTableName();
        UUID id = Ids.next();
        try (Connection connection = TestDatabase.connect()) {
            Map<String, Object> values = values(connection, table, enums(persister));
            values.put("tenant_id", tenantId);
            values.put("id", Ids.bytes(id));
            lenient(connection);
            insert(connection, table, values);
            if (exists(connection, table + "_aud")) {
                insertHistory(connection, table, values);
            }
            return new Canary(id, tenantId, table, values);
        }
    }

    private static Map<String, String> enums(EntityPersister persister) {
        Map<String, String> constants = new HashMap<>();
        persister.forEachSelectable((index, column) -> {
            Class<?> type = column.getJdbcMapping().getJavaTypeDescriptor().getJavaTypeClass();
            if (type.isEnum()) {
                constants.put(column.getSelectionExpression(), ((Enum<?>) type.getEnumConstants()[0]).name());
            }
        });
        return constants;
    }

    private static Map<String, Object> values(Connection connection, String table, Map<String, String> enums)
            throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select column_name, data_type, character_maximum_length from information_schema.columns
                where table_schema = database() and table_name = ? and extra not like '%GENERATED%'
                order by ordinal_position""")) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String column = rows.getString(1);
                    Object value = enums.containsKey(column)
                            ? enums.get(column)
                            : value(rows.getString(2).toLowerCase(Locale.ROOT), rows.getLong(3));
                    values.put(column, value);
                }
            }
        }
        return values;
    }

    private static Object value(String type, long length) {
        return switch (type) {
            case "binary", "varbinary", "blob", "mediumblob", "longblob" ->
                length == 16 ? Ids.bytes(Ids.next()) : new byte[] {7};
            case "char", "varchar" -> SONG.substring(0, (int) Math.min(SONG.length(), length));
            case "text", "mediumtext", "longtext" -> "{}";
            case "datetime", "timestamp" -> LocalDateTime.of(2026, 1, 2, 3, 4, 5);
            case "date" -> java.time.LocalDate.of(2026, 1, 2);
            default -> 1;
        };
    }

    private static void lenient(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
        }
    }

    private static void insertHistory(Connection connection, String table, Map<String, Object> row)
            throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>(row);
        values.keySet().retainAll(columns(connection, table + "_aud"));
        values.put("rev", 1);
        values.put("revtype", 0);
        insert(connection, table + "_aud", values);
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select column_name from information_schema.columns
                where table_schema = database() and table_name = ?""")) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        return !columns(connection, table).isEmpty();
    }

    private static void insert(Connection connection, String table, Map<String, @Nullable Object> values)
            throws SQLException {
        String names = String.join(", ", values.keySet());
        String marks = values.keySet().stream().map(name -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement statement =
                connection.prepareStatement("insert into " + table + " (" + names + ") values (" + marks + ")")) {
            int index = 0;
            for (Object value : values.values()) {
                statement.setObject(++index, value);
            }
            statement.executeUpdate();
        }
    }
}
